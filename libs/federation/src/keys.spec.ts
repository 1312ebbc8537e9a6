import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { fingerprint, keyPairFromPkcs8, keyPairFromSeed, kidOf, parsePublicKey, pkcs8Of, rawKey, signerOf, sourceOfKid } from './keys.js';

const pair = keyPairFromSeed(new Uint8Array(32).fill(7));

describe('keys', () => {
  it('are named by source and thumbprint', () => {
    expect(kidOf('node:ma', pair.publicKey)).toMatch(/^node:ma#[A-Za-z0-9_-]{43}$/);
    expect(sourceOfKid(signerOf('node:ma', pair).kid)).toBe('node:ma');
    expect(() => keyPairFromSeed(new Uint8Array(31))).toThrow(RangeError);
  });

  it('travel as the PKCS#8 that OpenSSL writes and reads', () => {
    const pem = pkcs8Of(pair.seed);
    expect(createPrivateKey(pem).export({ format: 'jwk' })).toMatchObject({ x: pair.publicKey.x });
    expect(keyPairFromPkcs8(pem)?.publicKey).toEqual(pair.publicKey);
    const { privateKey } = generateKeyPairSync('ed25519');
    const written = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
    expect(keyPairFromPkcs8(written)?.publicKey.x).toBe(privateKey.export({ format: 'jwk' }).x);
    expect(keyPairFromPkcs8(written.replaceAll('\n', '\r\n'))).toBeDefined();
  });

  it('are read from nothing else', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const other = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
    const longer = pkcs8Of(new Uint8Array(32)).replace('MC4C', 'MC8C');
    for (const text of ['', 'nonsense', other, longer]) expect(keyPairFromPkcs8(text)).toBeUndefined();
  });

  it('are admitted only where all verifiers agree about them', () => {
    expect(parsePublicKey(pair.publicKey)).toEqual(rawKey(pair.publicKey.x));
    expect([rawKey('A'), rawKey('AA'), parsePublicKey({ x: 'A'.repeat(43) }), parsePublicKey({ x: '' })]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('have fingerprints that two people can compare by voice', () => {
    expect(fingerprint(pair.publicKey)).toMatch(/^(?:[2-9A-HJ-NP-Z]{4} ){5}[2-9A-HJ-NP-Z]{4}$/);
    expect(fingerprint(pair.publicKey)).not.toBe(fingerprint(keyPairFromSeed(new Uint8Array(32)).publicKey));
  });
});
