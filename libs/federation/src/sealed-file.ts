import { SEALED_CHUNK, SEALED_MARK, SEALED_TAG, sealedSize } from '@nmirf/contracts/files/sealed-file';
import { concatBytes, decodeBase64, latin1Bytes } from '#bytes';
import { ProtocolProblem } from './problems.js';

/*
 * Files for a few: authenticated encryption by the chunk, after STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption
 * and its Nonce-Reuse Misuse-Resistance, 2015) over AES-256-GCM. The nonce of a chunk is its number and whether it is the last one, so none
 * can be moved, left out or cut off. A key is good for one file, and the same file and key always give the same bytes.
 */

const SEALED = SEALED_CHUNK + SEALED_TAG;
const MARK = latin1Bytes(SEALED_MARK);
const NONCE = 12;

type Bytes = AsyncIterable<Uint8Array>;

/** A file that lies here: its size, what it is encrypted with (base64url), and a way to its bytes from `start` up to and with `end`. */
export interface PlainFile {
  readonly size: number;
  readonly key: string;
  readonly read: (start: number, end: number) => Promise<Bytes>;
}

/** The bytes of the encrypted file from `from` up to and with `to`; only what these need is read. */
export async function* sealedBytes({ size, key, read }: PlainFile, from = 0, to = sealedSize(size) - 1): AsyncGenerator<Uint8Array> {
  const last = Math.min(to, sealedSize(size) - 1);
  if (from < MARK.length) yield MARK.subarray(from, Math.min(MARK.length, last + 1));
  if (last < MARK.length) return;
  const first = Math.floor(Math.max(0, from - MARK.length) / SEALED);
  const end = (Math.floor((last - MARK.length) / SEALED) + 1) * SEALED_CHUNK;
  const cipher = await cipherOf(key, size);
  let [index, at] = [first, MARK.length + first * SEALED];
  for await (const chunk of regrouped(await read(first * SEALED_CHUNK, Math.min(size, end) - 1), SEALED_CHUNK)) {
    const sealed = await cipher.seal(chunk, index++);
    yield sealed.subarray(Math.max(0, from - at), last + 1 - at);
    at += sealed.length;
  }
}

/**
 * The `size` bytes that a file had before it was encrypted with `key`.
 * @throws ProtocolProblem `proof-invalid` at the first chunk that is not what was encrypted there, and where the file ends too early or goes on
 */
export async function* openedBytes(sealed: Bytes, size: number, key: string): AsyncGenerator<Uint8Array> {
  const cipher = await cipherOf(key, size);
  let [index, length] = [-1, 0];
  for await (const chunk of regrouped(sealed, SEALED, MARK.length)) {
    if (index < 0 && !MARK.every((byte, i) => byte === chunk[i])) throw new ProtocolProblem('proof-invalid');
    if (index >= 0) {
      const plain = await cipher.open(chunk, index);
      length += plain.length;
      yield plain;
    }
    index += 1;
  }
  if (length !== size) throw new ProtocolProblem('proof-invalid');
}

async function cipherOf(key: string, size: number) {
  const chunks = Math.ceil(size / SEALED_CHUNK);
  const secret = await crypto.subtle.importKey('raw', new Uint8Array(decodeBase64(key)), 'AES-GCM', false, ['encrypt', 'decrypt']);
  const by = (index: number) => ({ name: 'AES-GCM', iv: nonceOf(index, index === chunks - 1), additionalData: new Uint8Array(MARK) });
  return {
    seal: async (plain: Uint8Array<ArrayBuffer>, index: number) => new Uint8Array(await crypto.subtle.encrypt(by(index), secret, plain)),
    open: async (sealed: Uint8Array<ArrayBuffer>, index: number) => {
      try {
        return new Uint8Array(await crypto.subtle.decrypt(by(index), secret, sealed));
      } catch {
        throw new ProtocolProblem('proof-invalid');
      }
    },
  };
}

/** Eleven bytes of the chunk's number, the most significant first, and one that says whether it is the last. */
function nonceOf(index: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(NONCE);
  new DataView(nonce.buffer).setUint32(NONCE - 5, index);
  nonce[NONCE - 1] = isLast ? 1 : 0;
  return nonce;
}

/** The same bytes in pieces of `size`, the first one of `first`, the last one of what is left. */
async function* regrouped(bytes: Bytes, size: number, first = size): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let [waiting, length, wanted]: [Uint8Array[], number, number] = [[], 0, first];
  for await (const piece of bytes) {
    waiting.push(piece);
    length += piece.length;
    if (length < wanted) continue;
    let all = concatBytes(...waiting);
    for (; all.length >= wanted; wanted = size) {
      yield new Uint8Array(all.subarray(0, wanted));
      all = all.subarray(wanted);
    }
    [waiting, length] = [[all], all.length];
  }
  if (length > 0) yield new Uint8Array(concatBytes(...waiting));
}
