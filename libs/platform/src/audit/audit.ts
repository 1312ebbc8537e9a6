import type { AuditAction, AuditEntry, AuditPage, AuditQuery } from '@nmirf/contracts/audit/audit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** What is noted. `details` hold codes and counts, never what was written nor anything about third persons. */
export interface Noted {
  readonly action: AuditAction;
  /** The id of whoever did it; undefined when nobody was signed in, or the server did it. */
  readonly by?: string | undefined;
  readonly subject?: string;
  readonly details?: NonNullable<AuditEntry['details']>;
}

interface Row extends Pick<AuditEntry, 'id' | 'action'> {
  readonly at: Date;
  readonly subject: string | null;
  readonly details: NonNullable<AuditEntry['details']> | null;
  readonly by: { readonly id: string; readonly name: string } | null;
}

const PAGE = `
  select entry.id, entry.at, entry.action, entry.subject, entry.details,
         case when person.id is not null then json_build_object('id', person.id, 'name', person.name) end as "by"
    from audit_entry entry left join person on person.id = entry.person_id
   where ($1::uuid is null or entry.id < $1) and ($2::text is null or entry.action = $2) and ($3::uuid is null or entry.person_id = $3)
     and ($4::uuid is null or entry.id >= $4) and ($5::uuid is null or entry.id < $5)
   order by entry.id desc limit $6`;

const DAY_MS = 86_400_000;

/** The lowest id of version 7 that begins a day, so many days after `day`: ids sort by time, so the key finds a day's entries. Before 1970 there are none. */
const firstIdOf = (day: string | undefined, later = 0): string | null => {
  if (day === undefined) return null;
  const time = Math.max(0, Date.parse(day) + later * DAY_MS)
    .toString(16)
    .padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
};

/** The audit trail: written beside the change it tells of, read by those who may. */
@Injectable()
export class Audit {
  constructor(private readonly db: DataSource) {}

  /** Taking `tx` is what keeps a change and its line together. */
  async note(tx: EntityManager, { action, by, subject, details }: Noted): Promise<void> {
    await tx.query(
      'insert into audit_entry (id, at, person_id, action, subject, details) values (uuidv7(), clock_timestamp(), $1, $2, $3, $4)',
      [by ?? null, action, subject ?? null, details ? JSON.stringify(details) : null],
    );
  }

  /** Newest first; the cursor is the id of the last entry. */
  async page({ after, limit, action, person, from, to }: AuditQuery): Promise<AuditPage> {
    const filters = [after ?? null, action ?? null, person ?? null, firstIdOf(from), firstIdOf(to, 1)];
    const rows: Row[] = await this.db.query(PAGE, [...filters, limit + 1]);
    const items = rows.slice(0, limit).map(present);
    return rows.length > limit ? { items, next: items.at(-1)!.id } : { items };
  }
}

const present = ({ id, at, action, subject, details, by }: Row): AuditEntry => ({
  ...{ id, action, at: at.toISOString() },
  ...(by && { by }),
  ...(subject !== null && { subject }),
  ...(details && { details }),
});
