import { auditAction, auditQuery, type AuditQuery } from '@nmirf/contracts/audit/audit';

/** Reads the filters of an address; what does not fit is left out. */
export const auditSearch = (search: Readonly<Record<string, unknown>>): Partial<Pick<AuditQuery, 'action' | 'after'>> => {
  const action = auditAction.safeParse(search['action']);
  const after = auditQuery.shape.after.safeParse(search['after']);
  return {
    ...(action.success ? { action: action.data } : {}),
    ...(after.success && after.data !== undefined ? { after: after.data } : {}),
  };
};
