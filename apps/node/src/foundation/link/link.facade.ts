import type { LinkView } from '@nmirf/contracts/network/queue';
import { Audit } from '@nmirf/platform/audit/audit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Link } from './link.entity.js';

export type { Link };

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

const REACHED = `
  update link set failures = 0, last_contact_at = now(), next_try_at = null
   where id = 1 and (failures > 0 or next_try_at is not null or coalesce(last_contact_at, '-infinity') < now() - interval '5 seconds')
  returning old.failures > 0 as was_down`;

const FAILED = `
  update link set failures = failures + 1,
         next_try_at = $5::timestamptz + greatest($1::float8 * least($2 * 2 ^ least(failures, 30), $3), $4) * interval '1 millisecond'
   where id = 1 and (next_try_at is null or next_try_at <= $5)`;

/** Whether a pause of the line is running: nobody dials before it is over. */
export const isResting = ({ nextTryAt }: Link): boolean => (nextTryAt?.getTime() ?? 0) > Date.now();

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

  /**
   * The hub answered. Written when it is news: a node that catches up is answered many times a second. Whether the line was down until
   * now: whoever ends a pause tells those who kept it.
   */
  async reached(): Promise<boolean> {
    const [rows]: [{ was_down: boolean }[], number] = await this.db.query(REACHED);
    return rows[0]?.was_down === true;
  }

  /**
   * Full jitter up to 2 s × 2ⁿ, at most a quarter of an hour; never gives up. Sender and puller meet the same trouble at the same time:
   * while a pause is running, another failure does not lengthen it.
   */
  async failed(random: number, retryAfterMs = 0): Promise<void> {
    await this.db.query(FAILED, [random, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, retryAfterMs, new Date()]);
  }

  async cosigned(tx: EntityManager, size: number): Promise<void> {
    await tx.update(Link, { id: 1 }, { cosignedSize: size });
  }

  /** A proof failed: nothing more is applied until a human has looked. */
  async stop(stopped: NonNullable<LinkView['stopped']>): Promise<void> {
    await this.db.manager.update(Link, { id: 1 }, { stopped });
  }

  /** The hub is reached at another address from now on, whatever was wrong with the line to the one before. */
  async follow(tx: EntityManager, hub: string): Promise<void> {
    await tx.update(Link, { id: 1 }, { hub, failures: 0, nextTryAt: null, stopped: null });
  }

  /** A human asks to try again now. The line counts as down until the hub has answered. */
  async retry(by: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.update(Link, { id: 1 }, { failures: () => 'least(failures, 1)', nextTryAt: null, stopped: null });
      await this.audit.note(tx, { action: 'queue.retried', by });
    });
  }
}
