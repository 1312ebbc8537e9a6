import type { FeedEntry } from '@nmirf/contracts/network/log';
import { type Leaf, leafKindOf } from '@nmirf/federation/leaf';
import { hashOfMessage, type Message, openMessage, splitMessage, type Verified } from '@nmirf/federation/message';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { keyAt, openGenesis, type Trust } from '@nmirf/federation/trust';
import { Broken } from '../checks.js';
import type { CheckName } from '../checks.js';
import type { Reason } from '../reasons.js';
import { equalHashes } from './hashes.js';

/** Leaf 0: it carries the key that it is signed with, so it is only as good as its hash. @throws Broken */
export function openFirst({ jws }: FeedEntry, leaf: Leaf): Verified<Message> {
  if (jws === null) throw new Broken({ check: 'genesis', reason: 'genesis-missing', position: 0 });
  checkHash(jws, leaf, 0);
  try {
    return named(openGenesis(jws), leaf, 0);
  } catch (error) {
    throw asBroken(error, 'genesis', { default: 'genesis-unsound' }, 0);
  }
}

/** The message of a leaf: its hash is the leaf's, and the key valid at this position signed it. @throws Broken */
export function openEntry(jws: string, leaf: Leaf, trust: Trust, position: number): Verified<Message> {
  checkHash(jws, leaf, position);
  const key = keyAt(trust, kidOf(jws, position), position);
  if (!key) throw new Broken({ check: 'signatures', reason: 'key-not-valid', position, detail: leaf.source });
  try {
    return named(
      openMessage(jws, () => key),
      leaf,
      position,
    );
  } catch (error) {
    if (error instanceof ProtocolProblem && error.code === 'schema-invalid')
      throw new Broken({ check: 'schemas', reason: 'envelope-invalid', position });
    const reasonOf = { default: 'message-malformed', 'signature-invalid': 'signature-invalid', 'key-unknown': 'not-its-key' } as const;
    throw asBroken(error, 'signatures', reasonOf, position);
  }
}

function checkHash(jws: string, leaf: Leaf, position: number): void {
  if (!equalHashes(hashOfMessage(jws), leaf.hash)) throw new Broken({ check: 'messages', reason: 'message-differs', position });
}

function kidOf(jws: string, position: number): string {
  try {
    return splitMessage(jws).kid;
  } catch (error) {
    throw asBroken(error, 'messages', { default: 'message-malformed' }, position);
  }
}

function named(message: Verified<Message>, leaf: Leaf, position: number): Verified<Message> {
  const { source, epoch, seq, type } = message.envelope;
  const isNamed = source === leaf.source && epoch === leaf.epoch && seq === leaf.seq && leaf.kind === leafKindOf(type);
  if (!isNamed) throw new Broken({ check: 'messages', reason: 'names-another', position });
  return message;
}

type ReasonOf = { readonly default: Reason } & { readonly [code: string]: Reason };

function asBroken(error: unknown, check: CheckName, reasonOf: ReasonOf, position: number): unknown {
  if (!(error instanceof ProtocolProblem)) return error;
  return new Broken({ check, reason: reasonOf[error.code] ?? reasonOf.default, position });
}
