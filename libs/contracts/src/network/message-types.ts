import type { z } from 'zod';
import { compiled } from '#compiled';
import { takedownProposed, withdrawn } from '../content/withdrawal.js';
import { practicePublished } from '../practices/published.js';
import { resourcePublished, resourceSealed } from '../resources/resource.js';
import { statisticsPublished } from '../statistics/statistics.js';
import type { Audience } from './envelope.js';
import * as governance from './governance.js';
import { agreementKeyAnnounced } from './sealed.js';

/** Who a message of a type may be kept for. */
type Readers = Extract<Audience, string> | 'list';

const type = <Data extends z.ZodType>(from: 'hub' | 'node' | 'any', dataschema: string, data: Data, readers: readonly Readers[] = ['*']) =>
  ({ from, dataschema, data, reader: compiled(data), readers }) as const;

/**
 * Every kind of message of version 1: who may send it, the shape of its data, and who it may be for. Adding one is a change of the protocol.
 * A receiver that meets a type it does not know stores the message and shows nothing.
 */
export const messageTypes = {
  'network.genesis.v1': type('hub', 'nmirf:genesis/1.0', governance.genesis),
  'network.member.proposed.v1': type('any', 'nmirf:member-proposal/1.0', governance.memberProposed),
  'network.member.left.v1': type('node', 'nmirf:member-left/1.0', governance.memberLeft),
  'network.status.proposed.v1': type('any', 'nmirf:status-proposal/1.0', governance.statusProposed),
  'network.committee.proposed.v1': type('any', 'nmirf:committee-proposal/1.0', governance.committeeProposed),
  'network.hub.proposed.v1': type('any', 'nmirf:hub-proposal/1.0', governance.hubProposed),
  'network.takedown.v1': type('any', 'nmirf:takedown/1.0', takedownProposed),
  'network.decision.v1': type('node', 'nmirf:decision/1.0', governance.decision),
  'network.key.revoked.v1': type('any', 'nmirf:key-revocation/1.0', governance.keyRevoked),
  'node.key.rotated.v1': type('node', 'nmirf:key-rotation/1.0', governance.keyRotated),
  'node.agreement-key.v1': type('node', 'nmirf:agreement-key/1.0', agreementKeyAnnounced),
  'practice.published.v1': type('node', 'nmirf:practice/1.0', practicePublished),
  'practice.withdrawn.v1': type('node', 'nmirf:withdrawal/1.0', withdrawn),
  'resource.published.v1': type('any', 'nmirf:resource/1.0', resourcePublished, ['*', 'members']),
  'resource.sealed.published.v1': type('node', 'nmirf:sealed-resource/1.0', resourceSealed, ['list']),
  'resource.withdrawn.v1': type('any', 'nmirf:withdrawal/1.0', withdrawn),
  'statistics.published.v1': type('node', 'nmirf:statistics/1.0', statisticsPublished),
  'statistics.withdrawn.v1': type('node', 'nmirf:withdrawal/1.0', withdrawn),
} as const;
export type MessageType = keyof typeof messageTypes;
export type DataOf<Type extends MessageType> = z.infer<(typeof messageTypes)[Type]['data']>;

/** Whether the data of a message have the shape that its type promises, and what they say. */
export const readData = ({ type: of, data }: { readonly type: MessageType; readonly data: object }): z.ZodSafeParseResult<unknown> =>
  messageTypes[of].reader().safeParse(data);

/** The data of a message whose shape has been looked at (`readData`), as its type promises them. */
export const dataIn = <Type extends MessageType>({ data }: { readonly data: object }): DataOf<Type> => data as DataOf<Type>;

/** What changes the network, or takes something back, is for everybody; what is shared may be for fewer. */
export const mayBeFor = (type: MessageType, audience: Audience): boolean =>
  messageTypes[type].readers.includes(typeof audience === 'string' ? audience : 'list');

export const isMessageType = (type: string): type is MessageType => Object.hasOwn(messageTypes, type);
/** Types that change who is a member, which keys are valid, and what each may do: the ones `trustAt` reads. */
export const isGovernance = (type: string): boolean => type.startsWith('network.') || type.startsWith('node.key.');
