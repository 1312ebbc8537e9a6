import { fromBase64url, toBase64url } from '@nmirf/federation/base64url';
import { equalSecrets, hmacSha256 } from '@nmirf/federation/crypto';

/** Seconds during which proofs of possession over a nonce are accepted. */
export const NONCE_SECONDS = 300;
const TIME_AND_RANDOM = 16;

/**
 * A nonce that the hub recognises by itself: when it ends (4 bytes, Unix seconds), 12 random bytes, and half an HMAC-SHA-256 over
 * both. Nothing is stored for whoever only asks, so asking costs the hub nothing; what must happen once is the invitation's use.
 */
export function makeNonce(secret: Uint8Array, nowSeconds: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(32);
  bytes.writeUInt32BE(nowSeconds + NONCE_SECONDS);
  bytes.set(random.subarray(0, 12), 4);
  bytes.set(tagOf(secret, bytes), TIME_AND_RANDOM);
  return toBase64url(bytes);
}

/** Whether the hub made this nonce and it has not ended. */
export function isFresh(secret: Uint8Array, nonce: string, nowSeconds: number): boolean {
  const bytes = fromBase64url(nonce);
  if (bytes?.length !== 32) return false;
  const isOurs = equalSecrets(bytes.subarray(TIME_AND_RANDOM), tagOf(secret, bytes));
  return isOurs && Buffer.from(bytes).readUInt32BE() > nowSeconds;
}

const tagOf = (secret: Uint8Array, bytes: Uint8Array): Uint8Array =>
  hmacSha256(secret, bytes.subarray(0, TIME_AND_RANDOM)).subarray(0, 32 - TIME_AND_RANDOM);
