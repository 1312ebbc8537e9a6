import type { Envelope } from '@nmirf/contracts/network/envelope';
import type { Genesis, NodeKeys, Thresholds } from '@nmirf/contracts/network/governance';
import { type DataOf, isMessageType, type MessageType, messageTypes } from '@nmirf/contracts/network/message-types';
import { type NodeId, type SourceId, zeroHash } from '@nmirf/contracts/network/names';
import { toBase64url } from '@nmirf/federation/base64url';
import { sha256 } from '@nmirf/federation/crypto';
import { type KeyPair, keyPairFromSeed, kidOf, signerOf } from '@nmirf/federation/keys';
import { type Message, openMessage, seal, type Verified } from '@nmirf/federation/message';
import { provePossession } from '@nmirf/federation/possession';
import { applyGovernance, foundTrust, openGenesis, type Placed, type Trust } from '@nmirf/federation/trust';

/** A key pair that is the same in every run. */
export const keyPair = (label: string): KeyPair => keyPairFromSeed(sha256(Buffer.from(label)));

export const mechanism = {
  country: 'MAR' as const,
  region: 'africa' as const,
  names: [{ language: 'en' as const, value: 'A mechanism' }],
  kind: 'interministerial' as const,
  languages: ['en' as const],
};

type Pairs<Use extends string> = Record<Use, KeyPair>;
const pairs = <Use extends string>(label: string, uses: readonly Use[]): Pairs<Use> =>
  Object.fromEntries(uses.map((use) => [use, keyPair(`${label}/${use}`)])) as Pairs<Use>;
const publicOf = <Use extends string>(set: Pairs<Use>) =>
  Object.fromEntries(Object.entries<KeyPair>(set).map(([use, pair]) => [use, pair.publicKey])) as Record<Use, KeyPair['publicKey']>;

/** The network that was founded last: whoever proves to hold a key proves it for this one. */
let founded = '';

/** A sender with its private keys and its chain. */
export class Sender {
  /** What the next messages say to have verified: `<size>:<root>`. */
  seen = `0:${zeroHash}`;
  private head = { epoch: 1, seq: 0, hash: zeroHash };

  constructor(
    readonly id: SourceId,
    public signing: KeyPair,
  ) {}

  /** Seals the next message of this sender's chain. */
  say<Type extends MessageType>(type: Type, data: DataOf<Type>, pair = this.signing): Message {
    return this.sayAny(type, data, pair);
  }

  /** The same for a type of a later version. */
  sayAny(type: string, data: unknown, pair = this.signing): Message {
    const signer = signerOf(this.id, pair);
    known.set(signer.kid, pair.publicKey.x);
    const message = seal(this.envelope(type, data), signer);
    this.head = { epoch: this.head.epoch, seq: this.head.seq + 1, hash: toBase64url(message.hash) };
    return message;
  }

  /** What the next message would say. */
  envelope(type: string, data: unknown): Envelope {
    return {
      ...{ specversion: '1.0', id: '0193a1b2-0000-7000-8000-000000000001', source: this.id, type, subject: 'test' },
      ...{
        time: '2026-11-23T14:20:00.000Z',
        datacontenttype: 'application/json',
        dataschema: isMessageType(type) ? messageTypes[type].dataschema : 'nmirf:test/1.0',
      },
      ...{ epoch: this.head.epoch, seq: this.head.seq + 1, prev: this.head.hash, aud: '*', seen: this.seen },
      ...{ salt: 'A'.repeat(22), data: data as Record<string, unknown> },
    };
  }
}

export class SyntheticNode extends Sender {
  readonly keys: NodeKeys;
  readonly pairs: Pairs<'msg' | 'wit' | 'rec'>;

  constructor(
    override readonly id: NodeId,
    label: string = id,
  ) {
    const made = pairs(label, ['msg', 'wit', 'rec']);
    super(id, made.msg);
    this.pairs = made;
    this.keys = publicOf(made);
  }

  /** What the hub proposes when this node is to be admitted. */
  proposal(epoch = 1): DataOf<'network.member.proposed.v1'> {
    const claim = { network: founded, id: this.id, nonce: 'nonce' };
    const prove = ({ publicKey, seed }: KeyPair) => provePossession(claim, publicKey, signerOf(this.id, { publicKey, seed }).sign);
    const possession = { msg: prove(this.pairs.msg), wit: prove(this.pairs.wit), rec: prove(this.pairs.rec) };
    return { id: this.id, mechanism, keys: this.keys, nonce: claim.nonce, possession, epoch };
  }

  /** A rotation to the key of this label. */
  rotation(use: 'msg' | 'wit' | 'rec', label: string): DataOf<'node.key.rotated.v1'> {
    const pair = keyPair(label);
    const possession = provePossession({ network: founded, id: this.id, nonce: 'nonce' }, pair.publicKey, signerOf(this.id, pair).sign);
    return { use, key: pair.publicKey, nonce: 'nonce', possession };
  }

  kid(use: 'msg' | 'wit' | 'rec'): string {
    return kidOf(this.id, this.keys[use]);
  }
}

export const hubPairs = (label = 'hub') => pairs(label, ['msg', 'receipt', 'log']);
export const hubKeys = (label = 'hub') => publicOf(hubPairs(label));

/** A hub, a committee of nodes, and the governance part of a log. */
export class SyntheticNetwork {
  readonly hub = new Sender('hub', hubPairs().msg);
  readonly committee: readonly SyntheticNode[];
  readonly log: Placed[] = [];
  trust: Trust;

  constructor({ committee = ['node:aa', 'node:bb', 'node:cc'], threshold = 2 }: { committee?: NodeId[]; threshold?: number } = {}) {
    this.committee = committee.map((id) => new SyntheticNode(id));
    const genesis = this.hub.say('network.genesis.v1', genesisOf(this.committee, sameThresholds(threshold)));
    this.trust = foundTrust(genesis.jws);
    founded = this.trust.networkId;
    this.log.push({ position: 0, message: openGenesis(genesis.jws) });
  }

  get size(): number {
    return this.log.length;
  }

  /** Puts a message at the end of the log; returns its position. */
  add(message: Message): number {
    const position = this.size;
    const verified = asVerified(message);
    this.trust = applyGovernance(this.trust, verified, position);
    this.log.push({ position, message: verified });
    return position;
  }

  /** The sender's next message, put in the log; returns its hash. */
  say<Type extends MessageType>(sender: Sender, type: Type, data: DataOf<Type>, pair?: KeyPair): string {
    const message = sender.say(type, data, pair);
    this.add(message);
    return toBase64url(message.hash);
  }

  /** Decisions of these committee members, in this order; returns the position of the last. */
  decide(subject: string, ...voters: readonly (readonly [SyntheticNode, 'approve' | 'reject'])[]): number {
    for (const [voter, decision] of voters) this.say(voter, 'network.decision.v1', { subject, decision });
    return this.size - 1;
  }

  /** Admits a node by the first members of the committee. */
  admit(node: SyntheticNode, epoch = 1): number {
    const subject = this.say(this.hub, 'network.member.proposed.v1', node.proposal(epoch));
    const needed = this.trust.committee.thresholds.admit;
    return this.decide(subject, ...this.committee.slice(0, needed).map((voter) => [voter, 'approve'] as const));
  }

  /** Why the last message changed nothing. */
  get lastIgnored(): string | undefined {
    const last = this.trust.ignored.at(-1);
    return last?.position === this.size - 1 ? last.why : undefined;
  }
}

export const sameThresholds = (n: number): Thresholds => ({ admit: n, suspend: n, revoke: n, committee: n });

export const genesisOf = (committee: readonly SyntheticNode[], thresholds: Thresholds): Genesis => ({
  ...{ name: 'Test network', origin: 'hub.example/nmirf/log1', thresholds },
  hub: { url: 'https://hub.example', keys: hubKeys() },
  committee: committee.map(({ id, keys }) => ({ id, mechanism, keys })),
});

const known = new Map<string, string>();

/** Verifies a message with whatever key signed it: whether that key was good is left to what is under test. */
export const asVerified = (message: Message): Verified<Message> => openMessage(message.jws, (kid) => ({ x: known.get(kid)!, use: 'msg' }));
