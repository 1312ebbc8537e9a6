import { isUtf8 } from 'node:buffer';

/**
 * Where bytes stand until they are text, or a hash: no message is longer. Bytes outside the heap cost more to get and to free than a short
 * text costs to decode, and a hash that is a slice of Node's pool keeps eight kilobytes of it as long as it lives.
 */
const SCRATCH = Buffer.allocUnsafeSlow(65_536);
/** Hashes and keys: so few bytes stand in the heap itself, as long as nobody asks for their buffer. */
const SMALL = 32;
const SMALL_BASE64 = Math.ceil(SMALL / 3) * 4;

/** Base64url without padding. */
export const toBase64url = (bytes: Uint8Array): string => textOf(bytes, 'base64url');
/** Base64 with padding. */
export const toBase64 = (bytes: Uint8Array): string => textOf(bytes, 'base64');

/** Lenient decoding: callers re-encode and compare. */
export const decodeBase64 = (text: string): Uint8Array =>
  text.length > SMALL_BASE64 ? Buffer.from(text, 'base64') : smallBytes(text, 'base64');

/** The text whose UTF-8 this is in strict base64url, a byte order mark kept; undefined for anything else. */
export function utf8OfBase64url(text: string): string | undefined {
  const into = text.length > SCRATCH.length ? Buffer.allocUnsafeSlow(text.length) : SCRATCH;
  const length = into.write(text, 'base64url');
  return isExact(text, into, length) && isUtf8(into.subarray(0, length)) ? into.toString('utf8', 0, length) : undefined;
}

/**
 * Whether `text` is what `bytes` are in base64url. The decoder steps over characters that do not belong, so that there are fewer bytes, and
 * it takes the other alphabet; bits may be left over in the last group.
 */
function isExact(text: string, bytes: Buffer, length: number): boolean {
  const [whole, rest] = [length - (length % 3), text.length % 4];
  const isWhole = rest !== 1 && length === Math.floor((text.length * 3) / 4) && !text.includes('+') && !text.includes('/');
  return isWhole && (rest === 0 || bytes.toString('base64url', whole, length) === text.slice(-rest));
}

/** Whatever is in `chunks`, together; good until the next call. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.reduce((length, chunk) => length + chunk.length, 0) > SCRATCH.length) return Buffer.concat(chunks);
  let end = 0;
  for (const chunk of chunks) {
    SCRATCH.set(chunk, end);
    end += chunk.length;
  }
  return SCRATCH.subarray(0, end);
}

/** One byte a character; characters above U+00FF lose their high bits, so callers check the text first or afterwards. */
export const latin1Bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
export const latin1Text = (bytes: Uint8Array): string => textOf(bytes, 'latin1');
/** The few bytes of a short text: see `SMALL`. */
export const smallBytes = (text: string, encoding: 'base64' | 'latin1'): Uint8Array =>
  new Uint8Array(SCRATCH.subarray(0, SCRATCH.write(text, encoding)));

export const utf8Bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

export const concatBytes = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

function textOf(bytes: Uint8Array, encoding: BufferEncoding): string {
  if (bytes instanceof Buffer) return bytes.toString(encoding);
  if (bytes.length > SMALL) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(encoding);
  SCRATCH.set(bytes);
  return SCRATCH.toString(encoding, 0, bytes.length);
}
