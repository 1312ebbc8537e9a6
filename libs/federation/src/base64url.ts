import { decodeBase64, toBase64, toBase64url } from '#bytes';

export { toBase64, toBase64url };

/**
 * Strict base64url (RFC 4648 §5): no padding, no white space, no foreign character, no stray bits. There is exactly one text for
 * a string of bytes; undefined for any other.
 */
export function fromBase64url(text: string): Uint8Array | undefined {
  const bytes = decodeBase64(text);
  return toBase64url(bytes) === text ? bytes : undefined;
}

/** Strict base64 with padding (RFC 4648 §4): exactly one text for a string of bytes; undefined for any other. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bytes = decodeBase64(text);
  return toBase64(bytes) === text ? bytes : undefined;
}
