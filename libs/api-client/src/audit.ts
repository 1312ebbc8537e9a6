import { auditPage, type AuditPage } from '@nmirf/contracts/audit/audit';
import type { ApiClient, Query } from './client.js';

/** Who did what on this server, newest first. */
export const listAudit = (client: ApiClient, query: Query, signal?: AbortSignal): Promise<AuditPage> =>
  client.ask(auditPage, '/api/audit', { query, signal });
