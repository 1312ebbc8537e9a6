import { type LackingFile, MOST_LACKING } from '@nmirf/contracts/files/lacking';
import { SEALED_TYPE } from '@nmirf/contracts/files/sealed-file';
import { mayPublish } from '@nmirf/federation/trust';
import { withLock } from '@nmirf/platform/database/advisory-lock';
import { Files } from '@nmirf/platform/files/files';
import { Problem } from '@nmirf/platform/http/problem';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { ResourceFilesFacade } from '@nmirf/replica/resources/resource-files.facade';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isResting, type Link, LinkFacade } from '../../foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { SealedFilesFacade } from '../restricted/sealed-files.facade.js';
import { asItIs, bringFile, type FileToBring, sealedAnew } from './file-to-bring.js';
import { HubClient, HubFailure, type Signers } from './hub-client.js';
import { REALIGN } from './outgoing.facade.js';

const OFFER = 'offer';
/** How often a hub that did not change is asked what it lacks. */
const EVERY_MS = 10 * 60_000;

/**
 * Brings the hub files that the log refers to and that it lacks: it took over from another one, or was restored. Any member that holds a file
 * may bring it, for the digest stands in the log.
 */
@Injectable()
export class OfferWorker {
  private readonly logger = new Logger(OfferWorker.name);
  private asked: { readonly hub: string; readonly at: number } | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly link: LinkFacade,
    private readonly keys: NodeKeysFacade,
    private readonly client: HubClient,
    private readonly trust: TrustStore,
    private readonly files: Files,
    private readonly resources: ResourceFilesFacade,
    private readonly sealed: SealedFilesFacade,
  ) {}

  /** The line is back: behind it there may be a hub that has lost something. */
  @OnBell(REALIGN)
  async askAgain(): Promise<void> {
    this.asked = undefined;
    await this.offer();
  }

  @OnBell(OFFER, { sweep: true })
  async offer(): Promise<void> {
    await withLock(this.db, OFFER, async () => {
      while (await this.round());
    });
  }

  /** Brings what it can of what the hub lacks; whether to ask for more. */
  private async round(): Promise<boolean> {
    const [link, trust] = [await this.link.find(), await this.trust.current(this.db.manager)];
    if (!link || !trust || link.stopped || isResting(link) || !mayPublish(trust, link.node, Number.MAX_SAFE_INTEGER)) return false;
    if (this.asked?.hub === link.hub && Date.now() - this.asked.at < EVERY_MS) return false;
    const signers = await this.keys.senders(trust);
    if (!signers) return false;
    const asked = { hub: link.hub, at: Date.now() };
    try {
      const lacking = await this.client.lacking(link, signers);
      const brought = await this.bringAll(lacking, link, signers);
      if (lacking.length === MOST_LACKING && brought > 0) return true;
    } catch (error) {
      const why = error instanceof HubFailure ? error.code : 'the line failed';
      this.logger.warn(`Files that the hub lacks could not be brought (${why})`);
    }
    this.asked = asked;
    return false;
  }

  private async bringAll(lacking: readonly LackingFile[], link: Link, signers: Signers): Promise<number> {
    let brought = 0;
    const here = await this.files.among(lacking.map(({ sha256 }) => sha256));
    for (const file of lacking) {
      const found = file.type === SEALED_TYPE ? await this.sealedHere(file) : here.has(file.sha256) && asItIs(file, this.files);
      if (found && (await this.bring(found, link, signers))) brought += 1;
    }
    return brought;
  }

  /** A file that is damaged here does not hold up the others. */
  private async bring(file: FileToBring, link: Link, signers: Signers): Promise<boolean> {
    try {
      await bringFile(this.client, link, signers, file);
      return true;
    } catch (error) {
      const isDamaged = error instanceof Problem || (error instanceof HubFailure && error.code === 'blob-refused');
      if (!isDamaged) throw error;
      this.logger.warn(`File ${file.sha256} cannot be given to the hub (${error.code})`);
      return false;
    }
  }

  /** An encrypted file, made again from the one that was opened here. */
  private async sealedHere(file: LackingFile): Promise<FileToBring | undefined> {
    const resource = await this.resources.withSealed(file.sha256);
    const said = resource === undefined ? undefined : await this.resources.inside(resource);
    return said && sealedAnew(file, said, this.files, this.sealed);
  }
}
