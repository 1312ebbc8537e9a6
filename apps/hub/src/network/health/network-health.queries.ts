import type { Language } from '@nmirf/contracts/languages/language';
import type { NetworkHealth } from '@nmirf/contracts/network/health';
import { problemTexts } from '@nmirf/languages/catalogue';
import { Cosignatures } from '@nmirf/replica/log/cosignatures';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RecoveryService } from '../recovery/recovery.service.js';

type Node = NetworkHealth['nodes'][number];

interface Row extends Pick<Node, 'id' | 'status' | 'refusals' | 'forks'> {
  readonly lastContactAt: Date | null;
  readonly verifiedSize: string | null;
  readonly cosignedSize: string | null;
  readonly code: string | null;
  readonly at: Date | null;
}

const NODES = `
  select member.id, member.status, coalesce(contact.refusals, 0) as refusals, contact.last_contact_at as "lastContactAt",
         contact.verified_size as "verifiedSize", cosigned.size as "cosignedSize", contact.refusal_code as code, contact.refusal_at as at,
         (select count(*) from fork_evidence fork where fork.source = member.id)::int as forks
    from replica_member member left join node_contact contact on contact.node = member.id
    left join (select witness, max(size) as size from log_cosignature group by witness) cosigned on cosigned.witness = member.id
   order by member.id`;

/** How the network is, as far as its hub can tell. */
@Injectable()
export class NetworkHealthQueries {
  constructor(
    private readonly db: DataSource,
    private readonly checkpoints: CheckpointStore,
    private readonly cosignatures: Cosignatures,
    private readonly trust: TrustStore,
    private readonly recovery: RecoveryService,
  ) {}

  async view(language: Language = 'en'): Promise<NetworkHealth> {
    const [checkpoint, rows] = [await this.checkpoints.latest(), (await this.db.query(NODES)) as Row[]];
    const trust = await this.trust.current(this.db.manager);
    const [size, recovery] = [checkpoint?.size ?? 0, await this.recovery.state()];
    return {
      ...{ size, witnessedSize: trust ? await this.cosignatures.witnessedSize(trust) : 0 },
      ...(recovery && { recovery }),
      ...(checkpoint && { checkpointAt: checkpoint.signedAt.toISOString() }),
      nodes: rows.map((row) => present(row, size, language)),
    };
  }
}

function present(
  { id, status, refusals, forks, lastContactAt, verifiedSize, cosignedSize, code, at }: Row,
  size: number,
  language: Language,
): Node {
  const verified = verifiedSize === null ? undefined : Number(verifiedSize);
  return {
    ...{ id, status, refusals, forks },
    ...(lastContactAt && { lastContactAt: lastContactAt.toISOString() }),
    ...(verified !== undefined && { verifiedSize: verified, lag: Math.max(0, size - verified) }),
    ...(cosignedSize !== null && { cosignedSize: Number(cosignedSize) }),
    ...(code !== null && at && { lastRefusal: { code, title: problemTexts(language, code)?.title ?? code, at: at.toISOString() } }),
  };
}
