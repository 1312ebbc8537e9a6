import { isUtf8 } from 'node:buffer';

/** Base64url without padding. */
export const toBase64url = (bytes: Uint8Array): string => view(bytes).toString('base64url');
/** Base64 with padding. */
export const toBase64 = (bytes: Uint8Array): string => view(bytes).toString('base64');

/** Lenient decoding: callers re-encode and compare. */
export const decodeBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

/** One byte a character; characters above U+00FF lose their high bits, so callers check the text first or afterwards. */
export const latin1Bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
export const latin1Text = (bytes: Uint8Array): string => view(bytes).toString('latin1');

export const utf8Bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
/** The text, or undefined where the bytes are not well-formed UTF-8. A byte order mark is kept. */
export const utf8Text = (bytes: Uint8Array): string | undefined => (isUtf8(bytes) ? view(bytes).toString('utf8') : undefined);

export const concatBytes = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => view(a).equals(b);

const view = (bytes: Uint8Array): Buffer =>
  bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
