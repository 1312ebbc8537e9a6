import { auditAction, auditQuery, type AuditQuery } from '@nmirf/contracts/audit/audit';

export type AuditSearch = Partial<Pick<AuditQuery, 'action' | 'person' | 'after'>>;

/** Reads the filters of an address; what does not fit is left out. */
export const auditSearch = (search: Readonly<Record<string, unknown>>): AuditSearch => {
  const action = auditAction.safeParse(search['action']);
  const person = auditQuery.shape.person.safeParse(search['person']);
  const after = auditQuery.shape.after.safeParse(search['after']);
  return {
    ...(action.success ? { action: action.data } : {}),
    ...(person.success && person.data !== undefined ? { person: person.data } : {}),
    ...(after.success && after.data !== undefined ? { after: after.data } : {}),
  };
};
