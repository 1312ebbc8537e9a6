import { checkResource } from '@nmirf/anonymisation/resource-check';
import { type CarriedType, SEALED_TYPE, type SealedFile } from '@nmirf/contracts/files/sealed-file';
import type { Audience, Envelope } from '@nmirf/contracts/network/envelope';
import { dataIn } from '@nmirf/contracts/network/message-types';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { AgreementKey } from '@nmirf/contracts/network/sealed';
import { type ResourceInside, resourceInside, type ResourcePublished, type ResourceSealed } from '@nmirf/contracts/resources/resource';
import type { Message, Verified } from '@nmirf/federation/message';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { agreementKid, type Belonging, openContent, sealContent } from '@nmirf/federation/sealed-content';
import { AgreementKeysFacade } from '@nmirf/replica/members/agreement-keys.facade';
import type { Opener } from '@nmirf/replica/resources/opener.facade';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { AgreementKeys } from './agreement-keys.js';
import { type FileForFew, filesOf, SealedFilesFacade } from './sealed-files.facade.js';

export const AGREEMENT_DIR = Symbol('folder of agreement keys');

/** A message that tells of a resource, for everybody or for few. */
export interface ResourceMessage {
  readonly type: 'resource.published.v1' | 'resource.sealed.published.v1';
  readonly data: ResourcePublished | ResourceSealed;
  readonly audience: Audience;
  /** What has to be at the hub before it. */
  readonly files: readonly CarriedFile[];
}

/** A file as the hub is to hold it; `plain` is the one that lies here, where that is encrypted. */
type CarriedFile = SealedFile & { readonly mediaType: CarriedType; readonly plain?: string };

/** The envelope of a message that is opened, or is to leave. */
export type SealedEnvelope = Pick<Envelope, 'source' | 'subject' | 'aud' | 'data'>;

/** What is for few: sealed to their keys when it leaves, opened and checked when it comes. */
@Injectable()
export class RestrictedFacade implements Opener {
  private readonly own: AgreementKeys;

  constructor(
    @Inject(AGREEMENT_DIR) folder: string,
    private readonly keys: NodeKeysFacade,
    private readonly announced: AgreementKeysFacade,
    private readonly files: SealedFilesFacade,
    private readonly db: DataSource,
  ) {
    this.own = new AgreementKeys(folder, keys.node);
  }

  /** The readers a list stands for: those that are named, and this node, which could not read its own log again without. */
  readersOf(audience: Audience): Audience {
    return typeof audience === 'string' ? audience : [...new Set([this.keys.node, ...audience])].sort();
  }

  /** Those of a list that nothing can be sealed to now: they are no members, or have announced no key. */
  async unreachable(tx: EntityManager, audience: Audience): Promise<readonly NodeId[]> {
    const readers = this.readersOf(audience);
    if (typeof readers === 'string') return [];
    const reached = new Set((await this.announced.of(tx, readers)).map(({ node }) => node));
    return readers.filter((id) => !reached.has(id));
  }

  /** How a resource leaves: as it is, or sealed to each reader's key in force, its files with it. Throws `file/not-here`. */
  async messageOf(tx: EntityManager, published: ResourcePublished, audience: Audience): Promise<ResourceMessage> {
    const readers = this.readersOf(audience);
    const { resource, version, summary } = published;
    if (typeof readers === 'string')
      return { type: 'resource.published.v1', data: published, audience: readers, files: summary.files.map(carried) };
    const keys = (await this.announced.of(tx, readers)).map(({ node, key }) => [agreementKid(node, key), key] as const);
    const belonging = { source: this.keys.node, subject: `resource:${resource}`, version, audience: readers };
    const forFew: FileForFew[] = [];
    for (const file of summary.files) forFew.push(await this.files.seal(file));
    const files = forFew.map(({ sealed }) => sealed);
    const inside: ResourceInside = {
      ...published,
      ...(files.length > 0 && { keys: forFew.map(({ key, sealed: { sha256 } }) => ({ sha256, key })) }),
    };
    const sealed = await sealContent(inside, new Map(keys), belonging);
    const data = { resource, version, sealed, ...(files.length > 0 && { files }) };
    return {
      ...{ type: 'resource.sealed.published.v1', data, audience: readers },
      files: forFew.map(({ file, sealed: of }) => ({ ...of, mediaType: SEALED_TYPE, plain: file.sha256 })),
    };
  }

  /** What the hub checks of a text that it can read is checked here: form, digest, contacts and identifiers. */
  open({ envelope }: Verified<Message>): Promise<ResourceInside | 'not-opened' | 'not-passed'> {
    return this.inside(envelope);
  }

  /** The same of a message that this node has sealed itself and that has no place yet. */
  async inside(envelope: SealedEnvelope): Promise<ResourceInside | 'not-opened' | 'not-passed'> {
    const { resource, version, sealed, files } = dataIn<'resource.sealed.published.v1'>(envelope);
    const { source, subject, aud } = envelope;
    const content = await this.opened(sealed, { source, subject, version, audience: typeof aud === 'string' ? [aud] : aud });
    if (content === undefined) return 'not-opened';
    const { success, data } = resourceInside.safeParse(content);
    const isItself = success && data.resource === resource && data.version === version && subject === `resource:${resource}`;
    return isItself && isWith(files, data) && checkResource(data).length === 0 ? data : 'not-passed';
  }

  /** Makes another key for key agreement; it is in force when the log names it. */
  makeKey(): Promise<AgreementKey> {
    return this.own.make();
  }

  /** This node's key as the log names it; undefined before it has announced one. */
  async ownKey(): Promise<{ readonly kid: string; readonly from: number; readonly here: boolean } | undefined> {
    const [mine] = await this.announced.of(this.db.manager, [this.keys.node]);
    if (!mine) return undefined;
    const kid = agreementKid(mine.node, mine.key);
    return { kid, from: mine.position, here: (await this.own.first([kid])) !== undefined };
  }

  private async opened(sealed: ResourceSealed['sealed'], belonging: Belonging): Promise<unknown> {
    const key = await this.own.first(sealed.recipients.map(({ header }) => header.kid));
    try {
      return key && (await openContent(sealed, key, belonging));
    } catch (error) {
      if (error instanceof ProtocolProblem) return undefined;
      throw error;
    }
  }
}

const carried = ({ sha256, size, mediaType }: CarriedFile): CarriedFile => ({ sha256, size, mediaType });

/** Each file has its key, and is the one that whoever carries the message was told of. */
const isWith = (files: readonly SealedFile[] = [], said: ResourceInside): boolean => {
  const forFew = filesOf(said);
  return (
    [files.length, said.summary.files.length, said.keys?.length ?? 0].every((count) => count === forFew.length) &&
    forFew.every(({ sealed }, i) => sealed.sha256 === files[i]?.sha256 && sealed.size === files[i].size)
  );
};
