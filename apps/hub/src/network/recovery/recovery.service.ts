import type { HubRecovery } from '@nmirf/contracts/network/health';
import type { NodeId } from '@nmirf/contracts/network/names';
import { memberList } from '@nmirf/federation/trust';
import { Audit } from '@nmirf/platform/audit/audit';
import { withLockInTurn } from '@nmirf/platform/database/advisory-lock';
import { Notifications } from '@nmirf/platform/database/notifications';
import { Files } from '@nmirf/platform/files/files';
import { Problem } from '@nmirf/platform/http/problem';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { BundleReader } from '@nmirf/replica/bundle/bundle-reader';
import type { Progress } from '@nmirf/replica/bundle/bundle-writer';
import { behind, type FeedPage } from '@nmirf/replica/log/feed-page';
import { LogStore } from '@nmirf/replica/log/log-store';
import { BrokenPage, type Known, type VerifiedPage } from '@nmirf/replica/log/page.rules';
import { PageStore } from '@nmirf/replica/log/page-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Checkpointer, LOG_GROWN } from '../log/checkpointer.js';
import { protocolProblem } from '../log/protocol-problem.js';
import { Recovery } from './recovery.entity.js';

const RECOVER = 'recover';

/** Begins when nothing is open; raises the target when somebody shows more. Answers whether it has begun just now. */
const BEGIN = `
  insert into recovery (id, since, target) values (1, now(), $1)
  on conflict (id) do update set since = case when recovery.ended_at is null then recovery.since else now() end, ended_at = null,
    target = case when recovery.ended_at is null then greatest(recovery.target, excluded.target) else excluded.target end
  returning old.id is null or old.ended_at is not null as begun`;

/** Who has asked for the log since, and holds no more than there is. */
const HEARD = 'select node from node_contact where last_contact_at > $1 and verified_size <= $2';

/**
 * A hub that was restored from a backup has signed for more than it holds. It takes nothing new until its log has come back from its
 * members, so that no place is given twice (docs/protocol.md §4a). What shows it to be behind is its own signature, and nothing else.
 */
@Injectable()
export class RecoveryService {
  private readonly logger = new Logger(RecoveryService.name);

  constructor(
    private readonly db: DataSource,
    private readonly log: LogStore,
    private readonly pages: PageStore,
    private readonly checkpointer: Checkpointer,
    private readonly trust: TrustStore,
    private readonly bundles: BundleReader,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly notifications: Notifications,
  ) {}

  /** Takes nothing more from now on: what an operator says before a restored hub is started. Files that were lost come from members. */
  async begin(): Promise<void> {
    await this.files.forgetLost();
    await this.db.transaction(async (tx) => this.opened(tx, (await this.log.head(tx, 'write')).size));
  }

  /**
   * Takes in a page beyond this log's end, which a member has sent: it ends under a checkpoint that this hub has signed, over the page or over
   * more. Answers how long the log is then, and stands by it. Throws `proof-invalid`, with nothing changed.
   */
  async take(page: FeedPage): Promise<number> {
    return withLockInTurn(this.db, RECOVER, async () => {
      const trust = await this.trust.current(this.db.manager);
      const known = trust && (await this.pages.known(trust.networkId));
      if (!known || page.from > known.frontier.size) throw protocolProblem('stale-size');
      if (page.next <= known.frontier.size) return known.frontier.size;
      const verified = await this.verified(page, known);
      // Nobody may hold all that the checkpoint covers: whoever gives the page says how far its own log goes.
      await this.keep(known, verified, Math.min(page.size, verified.checkpoint.size));
      await this.checkpointer.sign();
      return verified.frontier.size;
    });
  }

  /** The same from a bundle; into an empty database too, whose network is then the bundle's. Throws the problems of `BundleReader`. */
  async read(folder: string, progress: Progress): Promise<void> {
    const { network } = await this.bundles.manifest(folder, (await this.trust.current(this.db.manager))?.networkId);
    await this.begin();
    await withLockInTurn(this.db, RECOVER, () =>
      this.bundles.readLog(folder, network, (known, verified) => this.keep(known, verified, verified.checkpoint.size), progress),
    );
  }

  /** Undefined while the hub takes what it is sent. */
  async state(): Promise<HubRecovery | undefined> {
    const [open, trust] = [await this.db.manager.findOneBy(Recovery, { id: 1 }), await this.trust.current(this.db.manager)];
    if (!open || open.endedAt) return undefined;
    const { size } = await this.log.head(this.db.manager);
    const rows: { node: NodeId }[] = await this.db.query(HEARD, [open.since, size]);
    const heard = new Set(rows.map(({ node }) => node));
    const active = trust ? memberList(trust).filter(({ status }) => status === 'active') : [];
    const missing = active.map(({ id }) => id).filter((id) => !heard.has(id));
    return { since: open.since.toISOString(), size, target: open.target, missing };
  }

  /** Goes on although some members were not heard: an operator knows that they hold no more. Throws `recovery/not-complete` below the target. */
  async resume(): Promise<void> {
    const state = await this.state();
    if (!state) return;
    if (state.size < state.target) throw new Problem('recovery/not-complete', 409, { size: state.size, target: state.target });
    await this.end(state);
  }

  /** Goes on by itself when the log is whole and every active member has been heard to hold no more. */
  @OnBell(RECOVER, { sweep: true })
  async settle(): Promise<void> {
    const state = await this.state();
    if (state && state.size >= state.target && state.missing.length === 0) await this.end(state);
  }

  private async verified(page: FeedPage, known: Known): Promise<VerifiedPage> {
    try {
      return await this.pages.verified(behind(page, known.frontier.size), known);
    } catch (error) {
      throw error instanceof BrokenPage ? protocolProblem('proof-invalid') : error;
    }
  }

  private async keep(known: Known, verified: VerifiedPage, target: number): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.log.head(tx, 'write');
      await this.opened(tx, target);
      await this.pages.keep(tx, known, verified);
      await this.notifications.notify(tx, LOG_GROWN, String(verified.frontier.size));
    });
  }

  private async opened(tx: EntityManager, target: number): Promise<void> {
    const [row]: { begun: boolean }[] = await tx.query(BEGIN, [target]);
    if (!row!.begun) return;
    this.logger.warn(`The log is shorter than what this hub has signed (${target}): nothing is accepted until it has come back`);
    await this.audit.note(tx, { action: 'hub.recovery-begun', details: { target } });
  }

  private async end({ size, missing }: HubRecovery): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.update(Recovery, { id: 1 }, { endedAt: new Date() });
      await this.audit.note(tx, { action: 'hub.recovery-ended', details: { size, missing: missing.length } });
    });
  }
}
