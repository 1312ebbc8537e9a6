import { concatBytes, utf8Bytes } from '#bytes';
import { verifyEd25519 } from '#crypto';
import { type Note, type NoteKey, type NoteSignature, noteTypes, signaturesBy } from './note.js';

/** C2SP tlog-cosignature: a witness says that it has verified a checkpoint, at `time` (Unix seconds). */
export interface Cosignature {
  readonly name: string;
  readonly time: number;
}

const message = (text: string, time: number | bigint): Uint8Array => utf8Bytes(`cosignature/v1\ntime ${time}\n${text}`);

/** Cosigns the text of a checkpoint; `key` is of the type `cosignature`. */
export function cosign(text: string, key: NoteKey, time: number, sign: (message: Uint8Array) => Uint8Array): NoteSignature {
  const seconds = new Uint8Array(8);
  new DataView(seconds.buffer).setBigUint64(0, BigInt(time));
  return { name: key.name, keyId: key.keyId, signature: concatBytes(seconds, sign(message(text, time))) };
}

/** The cosignature of a witness on a note; undefined where there is none or any by this key is wrong. The latest one counts. */
export function cosignatureBy(note: Note, key: NoteKey): Cosignature | undefined {
  const claimed = key.type === noteTypes.cosignature ? signaturesBy(note, key) : [];
  const times = claimed.map((line) => timeOf(note.text, key, line));
  const latest = times.every((time) => time !== undefined) ? Math.max(...times) : -1;
  return latest < 0 ? undefined : { name: key.name, time: latest };
}

function timeOf(text: string, { key }: NoteKey, { signature }: NoteSignature): number | undefined {
  if (signature.length !== 72) return undefined;
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  const isSigned = time <= Number.MAX_SAFE_INTEGER && verifyEd25519(key, message(text, time), signature.subarray(8));
  return isSigned ? Number(time) : undefined;
}
