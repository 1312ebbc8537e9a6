import { concatBytes, equalBytes, utf8Bytes } from '#bytes';
import { sha256, verifyEd25519 } from '#crypto';
import { fromBase64, toBase64 } from './base64url.js';
import { ProtocolProblem } from './problems.js';
import { isPublicKey } from './public-key.js';

/** C2SP signed-note: a text, and signature lines under it. */
export interface NoteSignature {
  readonly name: string;
  /** The first four bytes of the key's hash. */
  readonly keyId: Uint8Array;
  /** What follows the key id: 64 bytes for Ed25519, 72 for a cosignature. */
  readonly signature: Uint8Array;
}

export interface Note {
  /** Ends with a line feed, which is signed too. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Signature types of C2SP signed-note: Ed25519 over the text, and `cosignature/v1` of a witness. */
export const noteTypes = { ed25519: 0x01, cosignature: 0x04 } as const;
export type NoteType = (typeof noteTypes)[keyof typeof noteTypes];

/** A key that signs notes, under a name. */
export interface NoteKey {
  readonly name: string;
  readonly type: NoteType;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly keyId: Uint8Array;
}

const NAME = /^[^\s+\p{Cc}\p{Surrogate}]+$/u;
const MAX_NOTE = 1_000_000;
/** The log's own, and one cosignature of every State. */
const MAX_SIGNATURES = 256;

export const isNoteName = (name: string): boolean => NAME.test(name);

/** The key of a name: its id is SHA-256(name ‖ LF ‖ type ‖ key), cut to four bytes. @throws RangeError for a bad name or key */
export function noteKey(name: string, key: Uint8Array, type: NoteType = noteTypes.ed25519): NoteKey {
  if (!isNoteName(name) || !isPublicKey(key)) throw new RangeError('Not the name or the key of a note');
  return { name, type, key, keyId: sha256(utf8Bytes(`${name}\n`), Uint8Array.of(type), key).slice(0, 4) };
}

/** The verifier key as text: `<name>+<id in hex>+<base64 of type and key>`. */
export const encodeVerifierKey = ({ name, type, key, keyId }: NoteKey): string =>
  `${name}+${hex(keyId)}+${toBase64(concatBytes(Uint8Array.of(type), key))}`;

/** Reads a verifier key; undefined when anything about it is wrong, its id included. */
export function parseVerifierKey(text: string): NoteKey | undefined {
  const [, name, id, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(text) ?? [];
  const bytes = fromBase64(base64 ?? '');
  const type = Object.values(noteTypes).find((known) => known === bytes?.[0]);
  if (!name || !bytes || !type || !isNoteName(name) || !isPublicKey(bytes.subarray(1))) return undefined;
  const key = noteKey(name, bytes.slice(1), type);
  return hex(key.keyId) === id ? key : undefined;
}

/** Signs a text with an Ed25519 key; the text must end with a line feed. */
export function signText(text: string, key: NoteKey, sign: (message: Uint8Array) => Uint8Array): NoteSignature {
  if (!isText(text)) throw new RangeError('A note is text without control characters that ends with a line feed');
  return { name: key.name, keyId: key.keyId, signature: sign(utf8Bytes(text)) };
}

export const formatNote = ({ text, signatures }: Note): string => `${text}\n${signatures.map(signatureLine).join('')}`;

/** `— <name> <base64 of key id and signature>` and a line feed. */
export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${toBase64(concatBytes(keyId, signature))}\n`;

/** Reads a note; its signatures are not checked. @throws ProtocolProblem `malformed` */
export function parseNote(note: string): Note {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split('\n');
  const isWhole = note.length <= MAX_NOTE && end >= 0 && lines.pop() === '' && isText(note);
  if (!isWhole || lines.length < 1 || lines.length > MAX_SIGNATURES) throw new ProtocolProblem('malformed');
  return { text, signatures: lines.map(parseSignatureLine) };
}

export function parseSignatureLine(line: string): NoteSignature {
  const [, name, base64] = /^— ([^ ]+) ([^ ]+)$/su.exec(line) ?? [];
  const bytes = fromBase64(base64 ?? '');
  if (!name || !bytes || !isNoteName(name) || bytes.length < 5) throw new ProtocolProblem('malformed');
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/** The signatures of a note that claim to be by `key`: same name, same id. */
export const signaturesBy = ({ signatures }: Note, key: NoteKey): NoteSignature[] =>
  signatures.filter(({ name, keyId }) => name === key.name && equalBytes(keyId, key.keyId));

/** Whether `key` signed the note. A key that signed it twice must be right both times. */
export function isSignedBy(note: Note, key: NoteKey): boolean {
  const claimed = key.type === noteTypes.ed25519 ? signaturesBy(note, key) : [];
  const message = utf8Bytes(note.text);
  return claimed.length > 0 && claimed.every(({ signature }) => verifyEd25519(key.key, message, signature));
}

const isText = (text: string): boolean => text.endsWith('\n') && !/(?!\n)[\p{Cc}\p{Surrogate}]/u.test(text);
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
