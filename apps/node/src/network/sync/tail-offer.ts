import { parseCheckpoint } from '@nmirf/federation/checkpoint';
import { parseNote } from '@nmirf/federation/note';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { PAGE_LEAVES } from '@nmirf/replica/log/feed-page';
import { FeedPages } from '@nmirf/replica/log/feed-pages';
import { Injectable, Logger } from '@nestjs/common';
import type { Link } from '../../foundation/link/link.facade.js';
import { HubClient, HubFailure, type Signers } from './hub-client.js';

/** Gives a hub that holds less than it has signed the rest of its log back, with its own signature under it. */
@Injectable()
export class TailOffer {
  private readonly logger = new Logger(TailOffer.name);

  constructor(
    private readonly client: HubClient,
    private readonly checkpoints: CheckpointStore,
    private readonly pages: FeedPages,
  ) {}

  /** Whether the hub has taken it, and stands by it again. One that does not has no excuse for its shorter log. */
  async give(link: Link, signers: Signers): Promise<boolean> {
    const own = await this.checkpoints.latest();
    if (!own) return false;
    try {
      let size = await this.sizeAt(link);
      if (size >= own.size) return false;
      this.logger.warn(`The hub's log has ${size} messages and this node's ${own.size}: it is given what it lacks`);
      while (size < own.size) {
        const page = await this.pages.page(size, PAGE_LEAVES, own, 'hub');
        const reached = await this.client.giveTail(link, page.bytes, signers);
        if (reached <= size) return false;
        size = reached;
      }
      return (await this.sizeAt(link)) >= own.size;
    } catch (error) {
      if (error instanceof HubFailure || error instanceof ProtocolProblem) return false;
      throw error;
    }
  }

  /** Up to where the hub signs for its log. */
  private async sizeAt(link: Link): Promise<number> {
    return parseCheckpoint(parseNote(await this.client.checkpoint(link)).text).size;
  }
}
