import { checkResource } from '@nmirf/anonymisation/resource-check';
import type { Audience } from '@nmirf/contracts/network/envelope';
import { dataIn } from '@nmirf/contracts/network/message-types';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { AgreementKey } from '@nmirf/contracts/network/sealed';
import { type ResourcePublished, resourcePublished, type ResourceSealed } from '@nmirf/contracts/resources/resource';
import type { Message, Verified } from '@nmirf/federation/message';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { agreementKid, type Belonging, openContent, sealContent } from '@nmirf/federation/sealed-content';
import { AgreementKeysFacade } from '@nmirf/replica/members/agreement-keys.facade';
import type { Opener } from '@nmirf/replica/resources/opener.facade';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { AgreementKeys } from './agreement-keys.js';

export const AGREEMENT_DIR = Symbol('folder of agreement keys');

/** A message that tells of a resource, for everybody or for few. */
export interface ResourceMessage {
  readonly type: 'resource.published.v1' | 'resource.sealed.published.v1';
  readonly data: ResourcePublished | ResourceSealed;
  readonly audience: Audience;
}

/** What is for few: sealed to their keys when it leaves, opened and checked when it comes. */
@Injectable()
export class RestrictedFacade implements Opener {
  private readonly own: AgreementKeys;

  constructor(
    @Inject(AGREEMENT_DIR) folder: string,
    private readonly keys: NodeKeysFacade,
    private readonly announced: AgreementKeysFacade,
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

  /** How a resource leaves: as it is, or sealed to each reader's key in force. */
  async messageOf(tx: EntityManager, published: ResourcePublished, audience: Audience): Promise<ResourceMessage> {
    const readers = this.readersOf(audience);
    if (typeof readers === 'string') return { type: 'resource.published.v1', data: published, audience: readers };
    const { resource, version } = published;
    const keys = (await this.announced.of(tx, readers)).map(({ node, key }) => [agreementKid(node, key), key] as const);
    const belonging = { source: this.keys.node, subject: `resource:${resource}`, version, audience: readers };
    const sealed = await sealContent(published, new Map(keys), belonging);
    return { type: 'resource.sealed.published.v1', data: { resource, version, sealed }, audience: readers };
  }

  /** What the hub checks of a text that it can read is checked here: form, digest, contacts and identifiers. */
  async open({ envelope }: Verified<Message>): Promise<ResourcePublished | 'not-opened' | 'not-passed'> {
    const { resource, version, sealed } = dataIn<'resource.sealed.published.v1'>(envelope);
    const { source, subject, aud } = envelope;
    const content = await this.opened(sealed, { source, subject, version, audience: typeof aud === 'string' ? [aud] : aud });
    if (content === undefined) return 'not-opened';
    const { success, data } = resourcePublished.safeParse(content);
    const isItself = success && data.resource === resource && data.version === version && subject === `resource:${resource}`;
    return isItself && data.summary.files.length === 0 && checkResource(data).length === 0 ? data : 'not-passed';
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
