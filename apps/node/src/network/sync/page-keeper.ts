import { Bells } from '@nmirf/platform/queue/bell';
import { span } from '@nmirf/platform/tracing/span';
import type { Known, VerifiedPage } from '@nmirf/replica/log/page.rules';
import { PageStore } from '@nmirf/replica/log/page-store';
import type { Changed } from '@nmirf/replica/projector/projector';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { LinkFacade } from '../../foundation/link/link.facade.js';
import { DRAIN } from './outgoing.facade.js';
import { recordOwn } from './own-in-log.js';
import { WITNESS } from './witness.worker.js';

/** Stores what has been verified, from the line or from a bundle, and wakes whoever waits for it. */
@Injectable()
export class PageKeeper {
  constructor(
    private readonly db: DataSource,
    private readonly pages: PageStore,
    private readonly bells: Bells,
    private readonly link: LinkFacade,
  ) {}

  async keep(node: string, known: Known, verified: VerifiedPage): Promise<void> {
    if (verified.entries.length === 0) return this.pages.keepCheckpoint(this.db.manager, verified);
    const store = (tx: EntityManager): Promise<Changed> => this.stored(tx, node, known, verified);
    const changed = await span({ name: 'apply', told: { entries: verified.entries.length } }, () => this.db.transaction(store));
    for (const bell of [...changed, WITNESS]) void this.bells.ring(bell);
  }

  /** Bells to ring; the one that drains as well when something of this node's own stands in the page. */
  private async stored(tx: EntityManager, node: string, known: Known, verified: VerifiedPage): Promise<Changed> {
    const changed = await this.pages.keep(tx, known, verified);
    // The committee has named another address for the hub: the log is followed where it goes on.
    const [before, after] = [known.trust?.hub.url, verified.after.trust?.hub.url];
    if (before !== undefined && after !== undefined && after !== before) await this.link.follow(tx, after);
    return (await recordOwn(tx, node, verified, known.frontier.size)) ? [DRAIN, ...changed] : changed;
  }
}
