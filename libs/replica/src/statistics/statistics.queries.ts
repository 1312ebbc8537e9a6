import type { NodeId } from '@nmirf/contracts/network/names';
import type { NetworkStatistics, StatisticsPublished, WithdrawnStatistics } from '@nmirf/contracts/statistics/statistics';
import { toBase64url } from '@nmirf/federation/base64url';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { contentOf, type StoredContent } from '../log/stored-content.js';

interface Row extends StoredContent {
  readonly source: NodeId;
  readonly position: string;
  readonly message_hash: Buffer;
  readonly received_at: Date;
  readonly mechanism: NetworkStatistics['mechanism'] | null;
}

const ALL = `
  select s.source, s.position, s.message_hash, s.received_at, m.mechanism, e.leaf, e.jws
    from replica_statistics s join log_entry e on e.pos = s.position left join replica_member m on m.id = s.source
   where e.jws is not null order by s.source, s.kind`;

const WITHDRAWN = `
  select t.source, substr(t.subject, length('statistics:') + 1) as kind, t.reason, t.at, m.mechanism
    from replica_tombstone t left join replica_member m on m.id = t.source
   where t.subject like 'statistics:%' and t.why = 'withdrawn'
     and exists (select from replica_publication p where p.subject = t.subject and p.source = t.source)
   order by t.source, t.subject`;
type WithdrawnRow = Omit<WithdrawnStatistics, 'at' | 'mechanism'> & Pick<Row, 'mechanism'> & { readonly at: Date };

@Injectable()
export class StatisticsQueries {
  constructor(private readonly db: DataSource) {}

  /** Every mechanism's latest tables, by the id of its node: never by what is counted. */
  async all(): Promise<NetworkStatistics[]> {
    const rows: Row[] = await this.db.query(ALL);
    return rows.map((row) => ({
      ...contentOf<StatisticsPublished>(row),
      source: row.source,
      ...(row.mechanism && { mechanism: row.mechanism }),
      place: {
        ...{ position: Number(row.position), messageHash: toBase64url(row.message_hash), receivedAt: row.received_at.toISOString() },
      },
    }));
  }

  /** What mechanisms took back and have not replaced. */
  async withdrawn(): Promise<WithdrawnStatistics[]> {
    const rows: WithdrawnRow[] = await this.db.query(WITHDRAWN);
    return rows.map(({ mechanism, at, ...row }) => ({ ...row, ...(mechanism && { mechanism }), at: at.toISOString() }));
  }
}
