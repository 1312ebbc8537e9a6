import { ed25519 } from '@noble/curves/ed25519.js';
import { latin1Bytes, latin1Text } from '#bytes';
import { BoundedCache } from './bounded-cache.js';
import { isAcceptablePoint } from './ed25519-encoding.js';

/** A millisecond a key, and the same few keys all the time. */
const known = new BoundedCache<boolean>(4_096, (text) => {
  const bytes = latin1Bytes(text);
  return isAcceptablePoint(bytes) && isTorsionFree(bytes);
});

/**
 * Whether 32 bytes are a public key of this network: canonical, on the curve and free of torsion. With keys of mixed order,
 * verifiers that multiply by the cofactor and verifiers that do not give different answers.
 */
export function isPublicKey(bytes: Uint8Array): boolean {
  return bytes.length === 32 && known.get(latin1Text(bytes));
}

/** Whether the bytes encode a point of the prime-order group. About a millisecond. */
export function isTorsionFree(bytes: Uint8Array): boolean {
  try {
    return ed25519.Point.fromBytes(bytes).isTorsionFree();
  } catch {
    return false;
  }
}
