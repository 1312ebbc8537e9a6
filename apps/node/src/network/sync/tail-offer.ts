import { parseCheckpoint } from '@nmirf/federation/checkpoint';
import { parseNote } from '@nmirf/federation/note';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { PAGE_LEAVES } from '@nmirf/replica/log/feed-page';
import { FeedPages } from '@nmirf/replica/log/feed-pages';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Link } from '../../foundation/link/link.facade.js';
import { HubClient, HubFailure, type Signers } from './hub-client.js';

/** Gives a hub that holds less than it has signed the rest of its log back, with its own signature under it. */
@Injectable()
export class TailOffer {
  private readonly logger = new Logger(TailOffer.name);

  constructor(
    private readonly db: DataSource,
    private readonly client: HubClient,
    private readonly checkpoints: CheckpointStore,
    private readonly pages: FeedPages,
    private readonly trust: TrustStore,
  ) {}

  /** Whether the hub has taken it, and stands by it again. One that does not has no excuse for its shorter log. */
  async give(link: Link, signers: Signers): Promise<boolean> {
    const own = await this.checkpoints.provenSize();
    try {
      let size = await this.sizeAt(link);
      // Another member was first.
      if (size >= own) return true;
      this.logger.warn(`The hub's log has ${size} messages and this node's ${own}: it is given what it lacks`);
      while (size < own) {
        const reached = await this.client.giveTail(link, await this.page(size, own), signers);
        if (reached <= size) return false;
        size = reached;
      }
      return (await this.isCandidate(link)) || (await this.sizeAt(link)) >= own;
    } catch (error) {
      if (error instanceof HubFailure || error instanceof ProtocolProblem) return false;
      throw error;
    }
  }

  /** Under this node's newest checkpoint, and behind that under what tied each page to a checkpoint over more. */
  private async page(from: number, own: number): Promise<Uint8Array> {
    const [latest, tie] = await Promise.all([this.checkpoints.latest(), this.checkpoints.tieFrom(from)]);
    const { bytes } = await (latest && latest.size > from
      ? this.pages.page(from, PAGE_LEAVES, latest, 'hub')
      : this.pages.tied(from, tie!, own, 'hub'));
    return bytes;
  }

  /** A server that takes the hub over cannot sign yet, and what it has taken was signed for more. */
  private async isCandidate({ hub }: Link): Promise<boolean> {
    return (await this.trust.current(this.db.manager))?.hub.url !== hub;
  }

  /** Up to where the hub signs for its log. */
  private async sizeAt(link: Link): Promise<number> {
    return parseCheckpoint(parseNote(await this.client.checkpoint(link)).text).size;
  }
}
