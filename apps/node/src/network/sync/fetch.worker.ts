import type { FileReference } from '@nmirf/contracts/files/file';
import { type CarriedType, SEALED_TYPE } from '@nmirf/contracts/files/sealed-file';
import type { ResourceInside } from '@nmirf/contracts/resources/resource';
import { withLock } from '@nmirf/platform/database/advisory-lock';
import { Files, type Opening } from '@nmirf/platform/files/files';
import { Problem } from '@nmirf/platform/http/problem';
import { Bells } from '@nmirf/platform/queue/bell';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { RESOURCES } from '@nmirf/replica/projector/projector';
import { ResourceFilesFacade } from '@nmirf/replica/resources/resource-files.facade';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isResting, type Link, LinkFacade } from '../../foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { filesOf, SealedFilesFacade } from '../restricted/sealed-files.facade.js';
import { FILE_PART, HubClient, HubFailure, type Signers } from './hub-client.js';

export const FETCH = 'fetch';
export const FETCH_UP_TO = Symbol('files fetched without being asked for');

/** Whoever brings files from the hub here; what there is room for is the operator's setting, not a quota. */
const HUB = { source: 'hub', quota: Number.POSITIVE_INFINITY, referenced: true };
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

type Due = Pick<FileReference, 'sha256' | 'size' | 'mediaType'> & { readonly resource: string };

/** A file as the hub holds it, and how it is opened. */
interface AtHub {
  readonly sha256: string;
  readonly size: number;
  readonly type: CarriedType;
  readonly opening?: Opening;
}

/** What is wrong with an encrypted file that came just as its author had announced it. */
const AUTHORS: ReadonlySet<string> = new Set(['file/not-opened', 'file/other-type', 'file/macros']);

/** What is asked for first; then small files before large ones. */
const NEXT = `
  select f.resource, f.sha256, f.size, f.media_type as "mediaType" from replica_resource_file f left join wanted_file w on w.sha256 = f.sha256
   where not exists (select from blob b where b.sha256 = f.sha256) and (f.size <= $1 or w.sha256 is not null) and f.sha256 <> all($2)
   order by w.asked_at, f.size, f.sha256 limit 1`;

/** Fetches the files of shared resources, so that they are here when the hub is not. */
@Injectable()
export class FetchWorker {
  private readonly logger = new Logger(FetchWorker.name);
  /** Files that could not be fetched: how often, and when they are tried again. */
  private readonly pauses = new Map<string, { readonly failures: number; readonly until: number }>();

  constructor(
    private readonly db: DataSource,
    private readonly link: LinkFacade,
    private readonly keys: NodeKeysFacade,
    private readonly client: HubClient,
    private readonly trust: TrustStore,
    private readonly files: Files,
    private readonly resources: ResourceFilesFacade,
    private readonly sealed: SealedFilesFacade,
    private readonly bells: Bells,
    @Inject(FETCH_UP_TO) private readonly upTo: number,
  ) {}

  @OnBell(RESOURCES)
  async changed(): Promise<void> {
    await this.bells.ring(FETCH);
  }

  @OnBell(FETCH, { sweep: true })
  async fetch(): Promise<void> {
    await withLock(this.db, FETCH, async () => {
      while (await this.next());
    });
  }

  private async next(): Promise<boolean> {
    const paused = [...this.pauses].flatMap(([sha256, { until }]) => (until > Date.now() ? [sha256] : []));
    const [due]: Due[] = await this.db.query(NEXT, [this.upTo, paused]);
    const link = await this.link.find();
    if (!due || !link || isResting(link)) return false;
    const signers = await this.keys.senders(await this.trust.current(this.db.manager));
    if (!signers) return false;
    try {
      await this.bring(due, link, signers);
      this.pauses.delete(due.sha256);
    } catch (error) {
      this.pause(due.sha256, error);
    }
    return true;
  }

  private async bring(due: Due, link: Link, signers: Signers): Promise<void> {
    const said = await this.resources.inside(due.resource);
    try {
      await this.take(due, atHub(due, said, this.sealed), link, signers);
      if (said && !(await this.sealed.pass(said))) await this.resources.setAside(due.resource);
    } catch (error) {
      if (!said || !(error instanceof Problem) || !AUTHORS.has(error.code)) throw error;
      await this.resources.setAside(due.resource);
    }
    await this.db.query('delete from wanted_file where sha256 = $1', [due.sha256]);
  }

  private async take({ sha256: kept }: Due, { sha256, size, type, opening }: AtHub, link: Link, signers: Signers): Promise<void> {
    let { held, complete } = await this.files.progress(HUB.source, sha256, kept);
    while (!complete) {
      const bytes = await this.client.part(link, sha256, held, Math.min(held + FILE_PART, size) - 1, signers);
      ({ held, complete } = await this.files.receive(HUB, sha256, { from: held, size, type }, bytes, opening));
    }
  }

  /** Each file waits for itself: one that is not to be had does not hold up the others. */
  private pause(sha256: string, error: unknown): void {
    const failures = (this.pauses.get(sha256)?.failures ?? 0) + 1;
    const ms = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
    this.pauses.set(sha256, { failures, until: Date.now() + ms });
    const why = error instanceof HubFailure || error instanceof Problem ? error.code : 'the line failed';
    this.logger.warn(`File ${sha256} could not be fetched (${why}); again in ${Math.round(ms / 1_000)} s`);
  }
}

/** A file for named members lies at the hub as what it was encrypted to. */
function atHub({ sha256, size, mediaType: type }: Due, said: ResourceInside | undefined, files: SealedFilesFacade): AtHub {
  const forFew = said && filesOf(said).find(({ file }) => file.sha256 === sha256);
  return forFew ? { ...forFew.sealed, type: SEALED_TYPE, opening: files.opening(forFew) } : { sha256, size, type };
}
