import type { Envelope } from '@nmirf/contracts/network/envelope';
import { problemOf, type ProtocolCode, protocolProblems, type ProtocolFault } from '@nmirf/federation/problems';
import { mayPublish } from '@nmirf/federation/trust';
import { withLock } from '@nmirf/platform/database/advisory-lock';
import { Files } from '@nmirf/platform/files/files';
import { Bells } from '@nmirf/platform/queue/bell';
import { GATHER_MS, OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isResting, type Link, LinkFacade } from '../../foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { RestrictedFacade } from '../restricted/restricted.facade.js';
import { SealedFilesFacade } from '../restricted/sealed-files.facade.js';
import { asItIs, bringFile, type FileToBring, sealedAnew } from './file-to-bring.js';
import { HubClient, HubFailure, type Signers } from './hub-client.js';
import type { OutgoingFile } from './outgoing-file.entity.js';
import { DRAIN, REFUSED, UPLOAD } from './outgoing.facade.js';
import type { OutgoingMessage } from './outgoing-message.entity.js';

/** What no second try mends: the message is set aside for a human. */
const FOR_GOOD: ReadonlySet<string> = new Set(['blob-refused', 'blob-missing', 'too-large', 'request/invalid']);

type Due = Pick<OutgoingFile, 'message' | 'sha256' | 'size' | 'mediaType' | 'plain'> &
  Pick<OutgoingMessage, 'subject' | 'audience' | 'data'>;

const NEXT = `
  select f.message, f.sha256, f.size, f.media_type as "mediaType", f.plain, m.subject, m.audience, m.data from outgoing_file f join outgoing_message m on m.id = f.message
   where not f.at_hub and m.state = 'draft' order by m.id, f.sha256 limit 1`;

/** Brings the files of messages to the hub, before the messages. A file goes on from where the hub says it has come to. */
@Injectable()
export class UploadWorker {
  private notBefore = 0;

  constructor(
    private readonly db: DataSource,
    private readonly link: LinkFacade,
    private readonly keys: NodeKeysFacade,
    private readonly client: HubClient,
    private readonly trust: TrustStore,
    private readonly files: Files,
    private readonly restricted: RestrictedFacade,
    private readonly sealed: SealedFilesFacade,
    private readonly bells: Bells,
  ) {}

  @OnBell(UPLOAD, { sweep: true, restMs: GATHER_MS })
  async upload(): Promise<void> {
    await withLock(this.db, UPLOAD, async () => {
      while (await this.next());
    });
  }

  /** Brings one file; whether there may be more. */
  private async next(): Promise<boolean> {
    const [due]: Due[] = await this.db.query(NEXT);
    if (!due) return false;
    const [link, trust] = [await this.link.find(), await this.trust.current(this.db.manager)];
    if (!link || !trust || !this.isOpen(link) || !mayPublish(trust, link.node, Number.MAX_SAFE_INTEGER)) return false;
    const signers = await this.keys.senders(trust);
    if (!signers) return false;
    try {
      await this.bring(due, link, signers);
      return true;
    } catch (error) {
      return this.failed(due, error);
    }
  }

  private isOpen(link: Link): boolean {
    return !link.stopped && !isResting(link) && this.notBefore <= Date.now();
  }

  private async bring(due: Due, link: Link, signers: Signers): Promise<void> {
    const { message, sha256 } = due;
    const file = await this.fileOf(due, link);
    if (!file) throw new HubFailure('blob-missing');
    await bringFile(this.client, link, signers, file, (held) =>
      this.db.query('update outgoing_file set held = $3 where message = $1 and sha256 = $2', [message, sha256, held]),
    );
    await this.db.query('update outgoing_file set held = size, at_hub = true where message = $1 and sha256 = $2', [message, sha256]);
    await this.bells.ring(DRAIN);
  }

  /** Undefined when it lies here no more, or what it is encrypted with cannot be read any more. */
  private async fileOf(due: Due, { node: source }: Link): Promise<FileToBring | undefined> {
    const { sha256, size, mediaType: type, plain, subject } = due;
    const file = { sha256, size, type };
    if (plain === null) return (await this.files.find(sha256)) && asItIs(file, this.files);
    const [aud, data] = [JSON.parse(due.audience) as Envelope['aud'], JSON.parse(due.data) as Envelope['data']];
    const said = await this.restricted.inside({ source, subject, aud, data });
    return typeof said === 'string' ? undefined : sealedAnew(file, said, this.files, this.sealed);
  }

  /** What may be otherwise in a while is tried again; what is wrong with the file itself is for a human. */
  private async failed({ message, sha256 }: Due, error: unknown): Promise<boolean> {
    const { code, retryAfterMs, errors } = error instanceof HubFailure ? error : { code: '', retryAfterMs: 0, errors: [] };
    if (FOR_GOOD.has(code)) {
      await this.setAside(message, code in protocolProblems ? (code as ProtocolCode) : 'blob-refused', errors, sha256);
      return true;
    }
    if (code === 'blob-offset') return true;
    this.notBefore = Date.now() + retryAfterMs;
    if (code !== 'blob-quota' && code !== 'rate-limited') await this.link.failed(Math.random(), retryAfterMs);
    return false;
  }

  private async setAside(message: string, code: ProtocolCode, errors: readonly ProtocolFault[], sha256: string): Promise<void> {
    const faults = errors.map(({ code: why }) => ({ path: `summary.files.${sha256}`, code: why }));
    const problem = problemOf(code, faults);
    await this.db.query(`update outgoing_message set state = 'refused', problem = $2 where id = $1 and state = 'draft'`, [
      message,
      problem,
    ]);
    await this.bells.ring(REFUSED);
  }
}
