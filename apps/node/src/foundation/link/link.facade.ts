import type { LinkView } from '@nmirf/contracts/network/queue';
import { Audit } from '@nmirf/platform/audit/audit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Link } from './link.entity.js';

export type { Link };

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** Which network this node belongs to, and the state of the line to the hub. Back-off is on the link, never on a message. */
@Injectable()
export class LinkFacade {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
  ) {}

  /** Undefined until the node knows its network. */
  async find(tx: EntityManager = this.db.manager): Promise<Link | undefined> {
    return (await tx.findOneBy(Link, { id: 1 })) ?? undefined;
  }

  /** Pins the network: from here on, leaf 0 must hash to `network`. */
  async join(node: string, hub: string, network: string): Promise<void> {
    await this.db.query('insert into link (id, node, hub, network) values (1, $1, $2, $3) on conflict (id) do nothing', [
      node,
      hub,
      network,
    ]);
  }

  async reached(): Promise<void> {
    await this.db.manager.update(Link, { id: 1 }, { failures: 0, lastContactAt: new Date(), nextTryAt: null });
  }

  /** Full jitter up to 2 s × 2ⁿ, at most a quarter of an hour; never gives up. */
  async failed(now: number, random: number, retryAfterMs = 0): Promise<void> {
    const failures = ((await this.find())?.failures ?? 0) + 1;
    const pause = Math.max(random * Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS), retryAfterMs);
    await this.db.manager.update(Link, { id: 1 }, { failures, nextTryAt: new Date(now + pause) });
  }

  async cosigned(tx: EntityManager, size: number): Promise<void> {
    await tx.update(Link, { id: 1 }, { cosignedSize: size });
  }

  /** A proof failed: nothing more is applied until a human has looked. */
  async stop(stopped: NonNullable<LinkView['stopped']>): Promise<void> {
    await this.db.manager.update(Link, { id: 1 }, { stopped });
  }

  /** A human asks to try again now. */
  async retry(by: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.update(Link, { id: 1 }, { failures: 0, nextTryAt: null, stopped: null });
      await this.audit.note(tx, { action: 'queue.retried', by });
    });
  }
}
