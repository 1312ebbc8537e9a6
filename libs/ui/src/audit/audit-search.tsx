import { auditAction, auditQuery } from '@nmirf/contracts/audit/audit';
import { searchOf } from '../app/address.js';

export const auditSearch = searchOf({ ...auditQuery.pick({ person: true, from: true, to: true, after: true }).shape, action: auditAction });
export type AuditSearch = ReturnType<typeof auditSearch>;
