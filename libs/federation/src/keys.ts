import type { PublicJwk, SourceId } from '@nmirf/contracts/network/names';
import { decodeBase64, toBase64, utf8Bytes } from '#bytes';
import { publicKeyOf, sha256, signEd25519 } from '#crypto';
import { fromBase64, fromBase64url, toBase64url } from './base64url.js';
import { BoundedCache } from './bounded-cache.js';
import { isPublicKey } from './public-key.js';

/** Signs in the name of one key. Where the private key lives is the maker's business. */
export interface Signer {
  readonly kid: string;
  readonly publicKey: PublicJwk;
  sign(message: Uint8Array): Uint8Array;
}

export interface KeyPair {
  readonly publicKey: PublicJwk;
  /** RFC 8032's 32-byte private key. It belongs in a file of mode 0600 or in an encrypted one, nowhere else. */
  readonly seed: Uint8Array;
}

/** The key pair that grows from 32 random bytes. */
export function keyPairFromSeed(seed: Uint8Array): KeyPair {
  if (seed.length !== 32) throw new RangeError('An Ed25519 seed has 32 bytes');
  return { seed, publicKey: publicJwkOf(publicKeyOf(seed)) };
}

export const publicJwkOf = (key: Uint8Array): PublicJwk => ({ kty: 'OKP', crv: 'Ed25519', x: toBase64url(key) });

/** Signs with a seed in memory, in the name of `source`. */
export function signerOf(source: SourceId, { publicKey, seed }: KeyPair): Signer {
  return { kid: kidOf(source, publicKey), publicKey, sign: (message) => signEd25519(seed, message) };
}

/** RFC 7638 SHA-256 thumbprint, in base64url, of the key `x` on a curve of RFC 8037. */
export const thumbprintOn = (curve: 'Ed25519' | 'X25519', x: string): string =>
  toBase64url(sha256(utf8Bytes(`{"crv":"${curve}","kty":"OKP","x":"${x}"}`)));

const thumbprints = new BoundedCache<string>(4_096, (x) => thumbprintOn('Ed25519', x));

/** RFC 7638 SHA-256 thumbprint in base64url. */
export const thumbprint = ({ x }: Pick<PublicJwk, 'x'>): string => thumbprints.get(x);
/** `<source>#<thumbprint>`. */
export const kidOf = (source: SourceId, key: Pick<PublicJwk, 'x'>): string => `${source}#${thumbprint(key)}`;
export const sourceOfKid = (kid: string): string => kid.slice(0, kid.indexOf('#'));

const rawKeys = new BoundedCache<Uint8Array | false>(4_096, (x) => {
  const raw = fromBase64url(x);
  return raw?.length === 32 && raw;
});

/** The 32 bytes of a JWK's `x`; undefined when it is not base64url of 32 bytes. Says nothing about the curve: see `parsePublicKey`. */
export const rawKey = (x: string): Uint8Array | undefined => rawKeys.get(x) || undefined;

const admittedKeys = new BoundedCache<Uint8Array | false>(4_096, (x) => {
  const raw = rawKey(x);
  return raw !== undefined && isPublicKey(raw) && raw;
});

/** The 32 bytes of a key that the network admits: canonical, on the curve, free of torsion. Undefined for any other. */
export const parsePublicKey = ({ x }: Pick<PublicJwk, 'x'>): Uint8Array | undefined => admittedKeys.get(x) || undefined;

/** A key's thumbprint in the form of `spokenForm`. */
export const fingerprint = (key: Pick<PublicJwk, 'x'>): string => spokenForm(thumbprint(key));

/**
 * The first 120 bits of a hash (base64url) as 24 letters and digits in groups of four, for two people to compare by voice: a key's
 * thumbprint, or the hash of the genesis. No 0, O, 1 or I.
 */
export function spokenForm(hash: string): string {
  const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const bits = Array.from(decodeBase64(hash).subarray(0, 15), (byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.match(/.{5}/g)!.map((group) => alphabet[Number.parseInt(group, 2)]);
  return letters.join('').replaceAll(/(.{4})(?=.)/g, '$1 ');
}

const PKCS8_PREFIX = decodeBase64('MC4CAQAwBQYDK2VwBCIEIA==');

/** An unencrypted PKCS#8 file (RFC 8410) for a seed. */
export function pkcs8Of(seed: Uint8Array): string {
  const der = new Uint8Array(48);
  der.set(PKCS8_PREFIX);
  der.set(seed, 16);
  return `-----BEGIN PRIVATE KEY-----\n${toBase64(der)}\n-----END PRIVATE KEY-----\n`;
}

/** The key pair in an unencrypted PKCS#8 file; undefined when the text is anything else. */
export function keyPairFromPkcs8(pem: string): KeyPair | undefined {
  const body = /^-----BEGIN PRIVATE KEY-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END PRIVATE KEY-----\s*$/.exec(pem)?.[1];
  const der = fromBase64(body?.replaceAll(/\s/g, '') ?? '');
  const isSeed = der?.length === 48 && PKCS8_PREFIX.every((byte, i) => byte === der[i]);
  return isSeed ? keyPairFromSeed(der.slice(16)) : undefined;
}
