import type { NetworkHealth } from '@nmirf/contracts/network/health';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

type Node = NetworkHealth['nodes'][number];

interface Row extends Pick<Node, 'id' | 'status' | 'refusals' | 'forks'> {
  readonly lastContactAt: Date | null;
  readonly verifiedSize: string | null;
  readonly code: string | null;
  readonly at: Date | null;
}

const NODES = `
  select member.id, member.status, coalesce(contact.refusals, 0) as refusals, contact.last_contact_at as "lastContactAt",
         contact.verified_size as "verifiedSize", contact.refusal_code as code, contact.refusal_at as at,
         (select count(*) from fork_evidence fork where fork.source = member.id)::int as forks
    from replica_member member left join node_contact contact on contact.node = member.id
   order by member.id`;

/** How the network is, as far as its hub can tell. */
@Injectable()
export class NetworkHealthQueries {
  constructor(
    private readonly db: DataSource,
    private readonly checkpoints: CheckpointStore,
  ) {}

  async view(): Promise<NetworkHealth> {
    const [checkpoint, rows] = [await this.checkpoints.latest(), (await this.db.query(NODES)) as Row[]];
    const size = checkpoint?.size ?? 0;
    return { size, ...(checkpoint && { checkpointAt: checkpoint.signedAt.toISOString() }), nodes: rows.map((row) => present(row, size)) };
  }
}

function present({ id, status, refusals, forks, lastContactAt, verifiedSize, code, at }: Row, size: number): Node {
  const verified = verifiedSize === null ? undefined : Number(verifiedSize);
  return {
    ...{ id, status, refusals, forks },
    ...(lastContactAt && { lastContactAt: lastContactAt.toISOString() }),
    ...(verified !== undefined && { verifiedSize: verified, lag: Math.max(0, size - verified) }),
    ...(code !== null && at && { lastRefusal: { code, at: at.toISOString() } }),
  };
}
