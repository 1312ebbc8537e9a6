import type { MemberView } from '@nmirf/contracts/members/mechanism';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const SELECT = `
  select m.*, (select count(*) from replica_practice p where p.source = m.id and p.country is not null)::int as practices,
         exists (select from replica_agreement_key k where k.node = m.id) as sealable from replica_member m`;

@Injectable()
export class MembersQueries {
  constructor(private readonly db: DataSource) {}

  /** Every member there ever was, by id: never ranked. */
  async all(): Promise<MemberView[]> {
    const rows: Row[] = await this.db.query(`${SELECT} order by m.id`);
    return rows.map(present);
  }

  async one(id: string): Promise<MemberView> {
    const rows: Row[] = await this.db.query(`${SELECT} where m.id = $1`, [id]);
    if (!rows[0]) throw new Problem('member/not-found', 404);
    return present(rows[0]);
  }
}

type Row = Omit<MemberView, 'since'> & { readonly since: Date };
const present = (row: Row): MemberView => ({ ...row, since: row.since.toISOString() });
