import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  hash,
  type KeyObject,
  randomFillSync,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { latin1Bytes, latin1Text } from '#bytes';
import { BoundedCache } from './bounded-cache.js';
import { joined, smallBytes } from './bytes.node.js';
import { isAcceptablePoint } from './ed25519-encoding.js';
import { isPublicKey } from './public-key.js';
import { loadSodium, type Sodium } from './sodium.node.js';

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function sha256(...chunks: readonly Uint8Array[]): Uint8Array {
  // As a text first: Node.js gives bytes a buffer of their own, which takes longer than to hash two hashes.
  return smallBytes(hash('sha256', chunks.length === 1 ? chunks[0]! : joined(chunks), 'binary'), 'latin1');
}

export const hmacSha256 = (key: Uint8Array, message: Uint8Array): Uint8Array => createHmac('sha256', key).update(message).digest();
/** In a time that says nothing about where the bytes differ. */
export const equalSecrets = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);
export const randomBytes = (length: number): Uint8Array => randomFillSync(new Uint8Array(length));

const publicKeys = new BoundedCache<KeyObject | false>(4_096, (text) => {
  const raw = latin1Bytes(text);
  return isPublicKey(raw) && createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
});
const privateKeys = new BoundedCache<KeyObject>(64, (text) =>
  createPrivateKey({ key: Buffer.concat([PKCS8, latin1Bytes(text)]), format: 'der', type: 'pkcs8' }),
);

export interface Verifier {
  readonly name: 'libsodium' | 'openssl';
  /** Strict Ed25519 (RFC 8032 §5.1.7 without the cofactor, canonical and torsion-free points only). Never throws. */
  readonly verify: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
}

/** A verifier over libsodium, or over OpenSSL where there is none: one verdict on every input, libsodium in half the time. */
export function verifierOver(library: Sodium | undefined): Verifier {
  if (!library) {
    const verifyByOpenssl: Verifier['verify'] = (key, message, signature) => {
      const known = admitted(key, signature);
      return known && verify(null, message, known, signature);
    };
    return { name: 'openssl', verify: verifyByOpenssl };
  }
  const verifyBySodium: Verifier['verify'] = (key, message, signature) =>
    admitted(key, signature) !== false && library.crypto_sign_verify_detached(signature, message, key);
  return { name: 'libsodium', verify: verifyBySodium };
}

function admitted(key: Uint8Array, signature: Uint8Array): KeyObject | false {
  return signature.length === 64 && key.length === 32 && isAcceptablePoint(signature.subarray(0, 32)) && publicKeys.get(latin1Text(key));
}

export const { name: verifierName, verify: verifyEd25519 } = verifierOver(loadSodium());

/** Signs with the key that grows from a 32-byte seed (RFC 8032 §5.1.5). */
export const signEd25519 = (seed: Uint8Array, message: Uint8Array): Uint8Array => sign(null, message, privateKeys.get(latin1Text(seed)));

/** The 32-byte public key of a seed. */
export const publicKeyOf = (seed: Uint8Array): Uint8Array =>
  createPublicKey(privateKeys.get(latin1Text(seed)))
    .export({ format: 'der', type: 'spki' })
    .subarray(SPKI.length);
