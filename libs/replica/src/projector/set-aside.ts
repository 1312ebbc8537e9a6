import type { EntityManager } from 'typeorm';
import type { WhyQuarantined } from './quarantine.rules.js';

/** A message that is kept and not shown. */
export interface Aside {
  readonly pos: number;
  readonly source: string;
  readonly type: string;
  readonly dataschema: string;
  readonly why: WhyQuarantined;
}

const QUARANTINE = `
  insert into quarantine (pos, source, type, dataschema, why)
  select pos, source, type, dataschema, why
    from json_to_recordset($1) as message(pos bigint, source text, type text, dataschema text, why text)
  on conflict (pos) do update set why = excluded.why`;

/** Notes what is kept without being shown, and why. */
export const keepAside = (tx: EntityManager, rows: readonly Aside[]): Promise<unknown> => tx.query(QUARANTINE, [JSON.stringify(rows)]);
