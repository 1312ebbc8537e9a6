/** Base64url without padding. */
export const toBase64url = (bytes: Uint8Array): string => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
/** Base64 with padding. */
export const toBase64 = (bytes: Uint8Array): string => btoa(latin1Text(bytes));

/** Lenient decoding: callers re-encode and compare. */
export function decodeBase64(text: string): Uint8Array {
  try {
    return latin1Bytes(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return new Uint8Array();
  }
}

/** One byte a character; characters above U+00FF lose their high bits, so callers check the text first or afterwards. */
export const latin1Bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
export function latin1Text(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

export const utf8Bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The text whose UTF-8 this is in strict base64url, a byte order mark kept; undefined for anything else. */
export function utf8OfBase64url(text: string): string | undefined {
  const bytes = decodeBase64(text);
  try {
    return toBase64url(bytes) === text ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) : undefined;
  } catch {
    return undefined;
  }
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);
