import { ed25519 } from '@noble/curves/ed25519.js';
import { isAcceptablePoint } from './ed25519-encoding.js';

/**
 * Whether 32 bytes are a public key of this network: canonical, on the curve and free of torsion. With keys of mixed order,
 * verifiers that multiply by the cofactor and verifiers that do not give different answers.
 */
export function isPublicKey(bytes: Uint8Array): boolean {
  return isAcceptablePoint(bytes) && isTorsionFree(bytes);
}

/** Whether the bytes encode a point of the prime-order group. About a millisecond: remember the answer for a key. */
export function isTorsionFree(bytes: Uint8Array): boolean {
  try {
    return ed25519.Point.fromBytes(bytes).isTorsionFree();
  } catch {
    return false;
  }
}
