import { ed25519 } from '@noble/curves/ed25519.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { concatBytes } from '#bytes';
import { isAcceptablePoint } from './ed25519-encoding.js';
import { isPublicKey, isTorsionFree } from './public-key.js';

/** Which code checks signatures: it gives the same verdict as OpenSSL and libsodium on every input. */
export const verifierName = 'noble';

export const sha256 = (...chunks: readonly Uint8Array[]): Uint8Array => digest(concatBytes(...chunks));
export const hmacSha256 = (key: Uint8Array, message: Uint8Array): Uint8Array => hmac(digest, key, message);
/** In a time that says nothing about where the bytes differ. */
export const equalSecrets = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.reduce((difference, byte, i) => difference | (byte ^ b[i]!), 0) === 0;
export const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/**
 * Strict Ed25519. The library multiplies by the cofactor (`zip215: false` only forbids odd encodings), so R and the key must be free
 * of torsion: then its equation and the plain one hold for exactly the same signatures. Never throws.
 */
export function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64 || key.length !== 32 || !isAcceptablePoint(signature.subarray(0, 32))) return false;
  if (!isPublicKey(key) || !ed25519.verify(signature, message, key, { zip215: false })) return false;
  return isTorsionFree(signature.subarray(0, 32));
}

/** Signs with the key that grows from a 32-byte seed (RFC 8032 §5.1.5). */
export const signEd25519 = (seed: Uint8Array, message: Uint8Array): Uint8Array => ed25519.sign(message, seed);

/** The 32-byte public key of a seed. */
export const publicKeyOf = (seed: Uint8Array): Uint8Array => ed25519.getPublicKey(seed);
