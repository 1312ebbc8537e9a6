import { type Envelope, envelopeReader } from '@nmirf/contracts/network/envelope';
import { kid as kidSchema } from '@nmirf/contracts/network/names';
import { equalBytes, latin1Bytes, latin1Text } from '#bytes';
import { sha256, verifyEd25519 } from '#crypto';
import { BoundedCache } from './bounded-cache.js';
import { decodeJson, encodeJson, sealJws, splitJws, type SplitJws } from './jws.js';
import { parsePublicKey, type Signer, sourceOfKid } from './keys.js';
import { ProtocolProblem } from './problems.js';

/** docs/protocol.md §11: the longest message, in bytes. */
export const MAX_MESSAGE = 65_535;

/** A message as its one ASCII string, the SHA-256 of that string, the key that signed it and what it says. */
export interface Message {
  readonly jws: string;
  /** 32 bytes; covers the signature too. */
  readonly hash: Uint8Array;
  readonly kid: string;
  readonly envelope: Envelope;
}

declare const verified: unique symbol;
/** Only verification makes one, so whatever applies messages cannot be handed an unverified one. */
export type Verified<Thing> = Thing & { readonly [verified]: true };

/** A key that may sign messages now. The recovery key (`rec`) signs nothing but rotation, revocation and leaving. */
export interface MessageKey {
  readonly x: string;
  readonly use: 'msg' | 'rec';
}

/** A message cut at its dots, its header checked. Its signature is not. */
export interface UnverifiedMessage extends SplitJws {
  readonly kid: string;
}

const TYP = 'nmirf-msg+jws';
/** The longest kid makes a header of some 200 characters; nothing longer gets into the cache. */
const MAX_HEADER = 512;
const headers = new BoundedCache<string>(4_096, (kid) => encodeJson({ alg: 'Ed25519', typ: TYP, cty: 'cloudevents+json', kid }));
const kids = new BoundedCache<string | false>(4_096, kidOfHeader);

/** Signs a message. Throws `too-large` above 65,535 bytes. */
export function seal(envelope: Envelope, signer: Signer): Message {
  const jws = sealJws(headers.get(signer.kid), JSON.stringify(envelope), (signed) => signer.sign(signed));
  if (jws.length > MAX_MESSAGE) throw new ProtocolProblem('too-large');
  return { jws, hash: hashOfMessage(jws), kid: signer.kid, envelope };
}

/** SHA-256 over the message's ASCII string, signature included. */
export function hashOfMessage(jws: string): Uint8Array {
  return sha256(latin1Bytes(jws));
}

/** Length, strict split and header allow-list, in this order: `too-large`, `malformed`, `header-not-allowed`. */
export function splitMessage(message: string | Uint8Array): UnverifiedMessage {
  if (message.length > MAX_MESSAGE) throw new ProtocolProblem('too-large');
  const split = splitJws(message, typeof message === 'string' ? message : latin1Text(message));
  if (!split) throw new ProtocolProblem('malformed');
  const kid = split.header.length <= MAX_HEADER && kids.get(split.header);
  if (kid === false) throw new ProtocolProblem('header-not-allowed');
  return { ...split, kid };
}

/**
 * Verifies a message in the order every receiver keeps (docs/protocol.md §2): length, split, header, key valid at the position the
 * caller asks about, signature, and only then what it says: source, schema. The chain is the caller's: see `follow`.
 * Give the bytes as they were received to save a copy; a slice of a larger buffer will do.
 * @throws ProtocolProblem with the code of the first check that fails
 */
export function openMessage(message: string | Uint8Array, resolveKey: (kid: string) => MessageKey | undefined): Verified<Message> {
  const split = splitMessage(message);
  const use = checkSignature(split, resolveKey(split.kid));
  const envelope = readEnvelope(split);
  if (use === 'rec' && !recoveryTypes.has(envelope.type)) throw new ProtocolProblem('key-unknown');
  return { jws: split.text, hash: sha256(split.bytes), kid: split.kid, envelope } as Verified<Message>;
}

const recoveryTypes: ReadonlySet<string> = new Set(['network.key.revoked.v1', 'node.key.rotated.v1', 'network.member.left.v1']);

/**
 * Reads back a message that this server verified before it stored it; `hash` is the one in its leaf.
 * @throws ProtocolProblem `proof-invalid` when the stored text is not the message that was verified
 */
export function reopenMessage(jws: string, hash: Uint8Array): Verified<Message> {
  const split = splitMessage(jws);
  const actual = sha256(split.bytes);
  if (!equalBytes(actual, hash)) throw new ProtocolProblem('proof-invalid');
  return { jws, hash: actual, kid: split.kid, envelope: readEnvelope(split) } as Verified<Message>;
}

function checkSignature({ signed, signature }: SplitJws, key: MessageKey | undefined): MessageKey['use'] {
  const raw = key && parsePublicKey(key);
  if (!raw) throw new ProtocolProblem('key-unknown');
  if (!verifyEd25519(raw, signed, signature)) throw new ProtocolProblem('signature-invalid');
  return key.use;
}

/** What a message says. Call it before the signature is checked only to learn which key to ask for. */
export function readEnvelope({ payload, kid }: Pick<UnverifiedMessage, 'payload' | 'kid'>): Envelope {
  const value = decodeJson(payload);
  if (value === null || typeof value !== 'object') throw new ProtocolProblem('malformed');
  if ((value as { source?: unknown }).source !== sourceOfKid(kid)) throw new ProtocolProblem('key-unknown');
  const parsed = envelopeReader().safeParse(value);
  if (!parsed.success) {
    throw new ProtocolProblem(
      'schema-invalid',
      parsed.error.issues.slice(0, 20).map(({ path, code }) => ({ path: path.join('.'), code })),
    );
  }
  return parsed.data;
}

function kidOfHeader(part: string): string | false {
  const header = decodeJson(part);
  if (header === null || typeof header !== 'object' || Object.keys(header).length !== 4) return false;
  const { alg, typ, cty, kid } = header as Record<string, unknown>;
  const isAllowed = alg === 'Ed25519' && typ === TYP && cty === 'cloudevents+json';
  return isAllowed && typeof kid === 'string' && kidSchema.safeParse(kid).success && kid;
}
