import type { LogEvidence } from '@nmirf/contracts/network/log';
import type { LibraryPractice } from '@nmirf/contracts/practices/library';
import type { LibraryResource } from '@nmirf/contracts/resources/library';
import { resourcePublished, resourceSealed } from '@nmirf/contracts/resources/resource';
import { practicePublished } from '@nmirf/contracts/practices/published';
import { fromBase64, toBase64url } from '@nmirf/federation/base64url';
import { openCheckpoint, type Checkpoint } from '@nmirf/federation/checkpoint';
import { sha256 } from '@nmirf/federation/crypto';
import { cosignatureBy } from '@nmirf/federation/cosignature';
import { kidOf, rawKey } from '@nmirf/federation/keys';
import { decodeLeaf, type Leaf } from '@nmirf/federation/leaf';
import { hashOfMessage, openMessage, type Message } from '@nmirf/federation/message';
import { noteKey, noteTypes, parseNote, parseVerifierKey } from '@nmirf/federation/note';
import { verifyInclusion } from '@nmirf/federation/proof';
import { leafHash } from '@nmirf/federation/tree';
import type { CheckStep } from './evidence-check.js';

/** What a page shows of something that was published. */
export type Shown = Pick<LibraryPractice | LibraryResource, 'id' | 'version' | 'source' | 'place' | 'summary' | 'report'>;

/** What a check finds, or `undefined` for anything that does not hold. The protocol's code throws on what is malformed. */
const attempt = <Found>(find: () => Found | undefined): Found | undefined => {
  try {
    return find();
  } catch {
    return undefined;
  }
};

const readCheckpoint = ({ logKey, checkpoint }: LogEvidence): Checkpoint | undefined => {
  const key = parseVerifierKey(logKey);
  return key === undefined ? undefined : openCheckpoint(checkpoint, key);
};

const isIncluded = ({ position, leaf, proof }: LogEvidence, checkpoint: Checkpoint | undefined): boolean => {
  const hashes = proof.map((hash) => fromBase64(hash) ?? new Uint8Array());
  return (
    checkpoint !== undefined &&
    verifyInclusion({ index: position, size: checkpoint.size, root: checkpoint.root, leafHash: leafHash(leaf), proof: hashes })
  );
};

/** The key must be the one its name says, and valid where the message stands. */
const readMessage = ({ jws, key, position }: LogEvidence): Message | undefined => {
  if (jws === undefined || key === undefined) return undefined;
  const isValidHere = key.from <= position && (key.to === undefined || position < key.to);
  return openMessage(jws, (kid) => {
    const source = kid.slice(0, kid.indexOf('#')) as LibraryPractice['source'];
    return isValidHere && kid === key.kid && kidOf(source, key) === kid ? { x: key.x, use: 'msg' } : undefined;
  });
};

/** The same value whatever the order of its names, which neither a database nor a parser keeps. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, ordered(member)]),
  );
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

/** What a message brought: of a practice or a resource. Throws for anything else. */
const publishedIn = ({ envelope: { type, data } }: Message) => {
  if (type === 'resource.published.v1') {
    const { resource: id, ...published } = resourcePublished.parse(data);
    return { id, ...published };
  }
  const { practice: id, ...published } = practicePublished.parse(type === 'practice.published.v1' ? data : undefined);
  return { id, ...published };
};

/** What is on the page is what the message says, and the approval in it is for exactly that text. */
const isContent = (shown: Shown, message: Message | undefined): boolean => {
  if (message === undefined) return false;
  const { data, source } = message.envelope;
  const published = publishedIn(message);
  const digest = toBase64url(sha256(new TextEncoder().encode(JSON.stringify(data['summary']))));
  return (
    source === shown.source &&
    published.id === shown.id &&
    published.version === shown.version &&
    published.report.digest === digest &&
    isSame(published.summary, shown.summary) &&
    isSame(published.report, shown.report)
  );
};

/** It is this resource that came encrypted: what it says, only the server that has opened it can compare. */
const isSealed = ({ id, version, source }: Shown, { envelope }: Message): boolean => {
  const { success, data } = resourceSealed.safeParse(envelope.data);
  return success && data.resource === id && data.version === version && envelope.source === source;
};

const isLeafOf = (leaf: Leaf | undefined, { place }: Shown, { jws, position }: LogEvidence): boolean => {
  if (leaf === undefined || jws === undefined) return false;
  const hash = toBase64url(hashOfMessage(jws));
  return (
    toBase64url(leaf.hash) === hash &&
    hash === place.messageHash &&
    position === place.position &&
    leaf.receivedMs === Date.parse(place.receivedAt)
  );
};

/** The members among those named whose cosignature under this checkpoint holds with the key given: their ids. */
export const checkWitnesses = ({ checkpoint, witnesses }: LogEvidence): readonly string[] => {
  const note = attempt(() => parseNote(checkpoint));
  const holds = (id: string, x: string): boolean =>
    note !== undefined && cosignatureBy(note, noteKey(id, rawKey(x) ?? new Uint8Array(), noteTypes.cosignature)) !== undefined;
  return witnesses.filter(({ id, x }) => attempt(() => holds(id, x)) === true).map(({ id }) => id);
};

/**
 * Checks the evidence of what was published with nothing but what is in it: the log's signature under the checkpoint (C2SP signed-note), the
 * inclusion proof (RFC 9162 §2.1.3.2), the message behind the leaf, its author's signature (Ed25519, strict), and that the page shows
 * what was signed. Each step stands for itself: one that fails hides no other.
 */
export const checkEvidence = (shown: Shown, evidence: LogEvidence): readonly CheckStep[] => {
  const checkpoint = attempt(() => readCheckpoint(evidence));
  const leaf = attempt(() => decodeLeaf(evidence.leaf));
  const message = attempt(() => readMessage(evidence));
  const isSigned = message !== undefined && leaf !== undefined && message.envelope.source === leaf.source;
  return [
    { name: 'checkpoint', holds: checkpoint !== undefined },
    { name: 'inclusion', holds: attempt(() => isIncluded(evidence, checkpoint)) === true },
    { name: 'message', holds: attempt(() => isLeafOf(leaf, shown, evidence)) === true },
    { name: 'signature', holds: isSigned },
    message?.envelope.type === 'resource.sealed.published.v1'
      ? { name: 'sealed', holds: isSealed(shown, message) }
      : { name: 'content', holds: attempt(() => isContent(shown, message)) === true },
  ];
};
