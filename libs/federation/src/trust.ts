import { type DataOf, isGovernance, isMessageType, type MessageType } from '@nmirf/contracts/network/message-types';
import type { NodeId, SourceId } from '@nmirf/contracts/network/names';
import { zeroHash } from '@nmirf/contracts/network/names';
import { toBase64url } from './base64url.js';
import { kidOf, sourceOfKid } from './keys.js';
import { keyAt, keysOf, mayPublish } from './membership.js';
import { type Message, openMessage, readEnvelope, splitMessage, type Verified } from './message.js';
import { isPossession } from './possession.js';
import { ProtocolProblem } from './problems.js';
import {
  dataOf,
  isCommittee,
  isProposalType,
  isWithoutSay,
  putProposal,
  refusalOfProposal,
  refusalOfRevocation,
  resettle,
  settle,
} from './proposals.js';
import { closeKeys, distrust, openKeys, putKeys, refusalOfKeys, setStatus } from './trust-changes.js';
import type { KeyInterval, MemberState, ProposalState, Reason, Trust } from './trust-state.js';

export {
  disbelieved,
  epochAfter,
  epochOf,
  explain,
  goodKeys,
  keyAt,
  keyFor,
  mayPublish,
  mayRead,
  memberList,
  statusAt,
  statusNow,
  takedowns,
} from './membership.js';
export type { AcceptedTakedown, Disbelieved, Explanation, MemberNow } from './membership.js';
export { isWithoutSay, needed, refusalOfProposal } from './proposals.js';
export type { KeyInterval, KeyUse, ProposalState, Reason, Trust } from './trust-state.js';

/** A verified message at its place in the log. */
export interface Placed {
  readonly position: number;
  readonly message: Verified<Message>;
}

const MAX_IGNORED = 1_000;
/** Open proposals of one proposer, so that whoever stole its key cannot make the membership of everybody endlessly long. */
const MAX_OPEN = 500;

/** Verifies leaf 0, which carries its own key: compare its hash with the network id that was pinned. @throws ProtocolProblem */
export function openGenesis(jws: string): Verified<Message> {
  const data = dataOf('network.genesis.v1', readEnvelope(splitMessage(jws)).data);
  const key = data?.hub.keys.msg;
  const message = openMessage(jws, (kid) => (key && kid === kidOf('hub', key) ? { x: key.x, use: 'msg' } : undefined));
  const { type, epoch, seq, prev } = message.envelope;
  const isFirst = type === 'network.genesis.v1' && epoch === 1 && seq === 1 && prev === zeroHash;
  if (!isFirst) throw new ProtocolProblem('schema-invalid', [{ path: '', code: 'genesis-comes-first' }]);
  return message;
}

/** The membership as leaf 0 founds it. @throws ProtocolProblem when that is no sound genesis */
export function foundTrust(jws: string): Trust {
  const { hash, envelope } = openGenesis(jws);
  const { name, origin, hub, committee, thresholds } = dataOf('network.genesis.v1', envelope.data)!;
  const keys = [hub.keys, ...committee.map((founder) => founder.keys)].flatMap((set) => Object.values(set));
  const why =
    refusalOfKeys(undefined, keys) ??
    (isCommittee(
      committee.map(({ id }) => id),
      thresholds,
    )
      ? undefined
      : 'bad-committee');
  if (why) throw new ProtocolProblem('schema-invalid', [{ path: 'data', code: why }]);
  return {
    ...{ networkId: toBase64url(hash), name, origin, position: 0 },
    hub: { url: hub.url, addresses: [hub.url], keys: openKeys('hub', hub.keys, 0) },
    committee: { members: committee.map(({ id }) => id), thresholds, from: 0 },
    members: Object.fromEntries(committee.map((founder) => [founder.id, founderOf(founder)])),
    ...{ proposals: {}, ignored: [] },
  };
}

function founderOf({ id, mechanism, keys }: DataOf<'network.genesis.v1'>['committee'][number]): MemberState {
  return {
    ...{ id, mechanism, epoch: 1, since: 0 },
    statuses: [{ status: 'active', from: 0 }],
    keys: openKeys(id, keys, 0),
    steps: [{ position: 0, what: 'founded' }],
  };
}

/**
 * The membership after one more message of the log. A message that breaks a rule changes nothing and is listed in `ignored`;
 * one that is no governance message leaves the very same object. Never throws for what a message says.
 */
export function applyGovernance(trust: Trust, message: Verified<Message>, position: number): Trust {
  const { type, source, data } = message.envelope;
  if (!isGovernance(type)) return trust;
  if (!(position > trust.position)) throw new RangeError(`Position ${position} is not behind ${trust.position}`);
  const outcome = isMessageType(type) ? outcomeOf(trust, { type, source, data, message, position }) : trust;
  if (typeof outcome !== 'string') return { ...resettle(trust, outcome, position), position };
  const ignored = [...trust.ignored, { position, source, type, why: outcome }].slice(-MAX_IGNORED);
  return { ...trust, position, ignored };
}

/** The membership as the messages up to and including `position` make it; the first of them is the genesis. */
export function trustAt(messages: readonly Placed[], position: number): Trust {
  const [first, ...rest] = messages.filter((placed) => placed.position <= position);
  if (first?.position !== 0) throw new RangeError('The log begins with its genesis');
  return rest.reduce((trust, placed) => applyGovernance(trust, placed.message, placed.position), foundTrust(first.message.jws));
}

interface Case {
  readonly type: MessageType;
  readonly source: SourceId;
  readonly data: unknown;
  readonly message: Message;
  readonly position: number;
}

function outcomeOf(trust: Trust, { type, source, data, message, position }: Case): Trust | Reason {
  if (type === 'network.genesis.v1') return 'genesis-comes-first';
  const key = keyAt(trust, message.kid, position);
  if (!mayPublish(trust, source, position, key?.use)) return 'may-not-publish';
  if (!key) return 'key-not-valid';
  const parsed = dataOf(type, data);
  if (!parsed) return 'schema-invalid';
  const circumstances = { trust, source, position, key, hash: toBase64url(message.hash) };
  if (type === 'network.key.revoked.v1' && key.use === 'rec') return revokeOwn(parsed as DataOf<typeof type>, circumstances);
  if (isProposalType(type)) return propose(type, parsed, circumstances);
  return simple[type as SimpleType](parsed as never, circumstances);
}

interface Circumstances {
  readonly trust: Trust;
  readonly source: SourceId;
  readonly position: number;
  readonly key: KeyInterval;
  readonly hash: string;
}

type SimpleType = Exclude<
  MessageType,
  ProposalState['type'] | 'network.genesis.v1' | 'node.agreement-key.v1' | `${'practice' | 'resource' | 'statistics'}.${string}`
>;

/** The messages that take effect at once, without a decision of others. A governance type without a rule does not compile. */
const simple = {
  'network.member.left.v1': leave,
  'network.decision.v1': decide,
  'node.key.rotated.v1': rotate,
} as const satisfies { readonly [Type in SimpleType]: (data: DataOf<Type>, circumstances: Circumstances) => Trust | Reason };

function propose(type: ProposalState['type'], data: unknown, { trust, source, position, hash }: Circumstances): Trust | Reason {
  if (source !== 'hub' && !trust.committee.members.includes(source)) return 'may-not-propose';
  if (openBy(trust, source) >= MAX_OPEN) return 'too-many-open';
  const proposal: ProposalState = { hash, type, by: source, position, data, votes: [], state: 'open' };
  return refusalOfProposal(trust, proposal) ?? putProposal(trust, proposal);
}

const openBy = (trust: Trust, source: SourceId): number =>
  Object.values(trust.proposals).filter(({ by, state }) => by === source && state === 'open').length;

function decide(data: DataOf<'network.decision.v1'>, { trust, source, position, key }: Circumstances): Trust | Reason {
  if (!trust.committee.members.includes(source)) return 'not-in-committee';
  const by = source as NodeId;
  const proposal = Object.hasOwn(trust.proposals, data.subject) ? trust.proposals[data.subject]! : undefined;
  if (!proposal) return 'unknown-proposal';
  if (proposal.state !== 'open') return 'proposal-settled';
  if (isWithoutSay(proposal, by)) return 'about-itself';
  if (proposal.votes.some((vote) => vote.by === by)) return 'voted-already';
  const vote = { by, kid: key.kid, decision: data.decision, position };
  return settle(trust, { ...proposal, votes: [...proposal.votes, vote] }, position);
}

/** By the recovery key, so that a thief of the message key cannot take the owner out. Somebody must remain who can decide. */
function leave(_: DataOf<'network.member.left.v1'>, { trust, source, position, key }: Circumstances): Trust | Reason {
  if (source === 'hub') return 'unknown-member';
  if (key.use !== 'rec') return 'needs-recovery-key';
  const isLast = trust.committee.members.every((id) => id === source);
  return isLast ? 'threshold-out-of-reach' : setStatus(trust, source, 'left', position);
}

/** The recovery key replaces any key; the message key only itself and the witness key, so that its thief cannot lock the owner out. */
function rotate(data: DataOf<'node.key.rotated.v1'>, { trust, source, position, key }: Circumstances): Trust | Reason {
  if (source === 'hub') return 'unknown-member';
  if (data.use === 'rec' && key.use !== 'rec') return 'needs-recovery-key';
  const refusal = refusalOfKeys(trust, [data.key]);
  if (refusal) return refusal;
  if (!isPossession(data.possession, data.key, { network: trust.networkId, id: source, nonce: data.nonce })) return 'bad-possession';
  const opened: KeyInterval = { kid: kidOf(source, data.key), use: data.use, x: data.key.x, from: position, by: key.kid };
  const keys = [...closeKeys(keysOf(trust, source), position, [data.use]), opened];
  return putKeys(trust, source, keys, { position, what: 'key-rotated' });
}

/** A node takes back one of its own keys with its recovery key, at once. */
function revokeOwn(data: DataOf<'network.key.revoked.v1'>, { trust, source, position }: Circumstances): Trust | Reason {
  if (sourceOfKid(data.kid) !== source) return 'unknown-key';
  const refusal = refusalOfRevocation(trust, data, position);
  return refusal ?? distrust(trust, data.kid, data.distrustFrom, { position, what: 'key-revoked' });
}
