import { auditAction, auditQuery, type AuditQuery } from '@nmirf/contracts/audit/audit';

export type AuditSearch = Partial<Pick<AuditQuery, 'action' | 'person' | 'from' | 'to' | 'after'>>;

const fields = { ...auditQuery.pick({ person: true, from: true, to: true, after: true }).shape, action: auditAction };

/** Reads the filters of an address; what does not fit is left out. */
export const auditSearch = (search: Readonly<Record<string, unknown>>): AuditSearch =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const read = field.safeParse(search[name]);
      return read.success && read.data !== undefined ? [[name, read.data]] : [];
    }),
  );
