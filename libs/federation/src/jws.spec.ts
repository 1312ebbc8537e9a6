import { describe, expect, it } from '@jest/globals';
import { compactVerify, CompactSign, importJWK } from 'jose';
import { bind, tokenHash } from './enrolment.js';
import { encodeJson, sealJws, splitJws } from './jws.js';
import { keyPairFromSeed, signerOf } from './keys.js';

const pair = keyPairFromSeed(new Uint8Array(32).fill(8));
const header = { alg: 'Ed25519', typ: 'nmirf-msg+jws' };

describe('a compact JWS', () => {
  it('is understood by a general library', async () => {
    const jws = sealJws(encodeJson(header), '{"text":"é"}', (signed) => signerOf('hub', pair).sign(signed));
    const { payload, protectedHeader } = await compactVerify(jws, await importJWK({ ...pair.publicKey, alg: 'Ed25519' }));
    expect(protectedHeader).toEqual(header);
    expect(JSON.parse(Buffer.from(payload).toString('utf8'))).toEqual({ text: 'é' });
  });

  it('is the same string that a general library makes', async () => {
    const d = Buffer.from(pair.seed).toString('base64url');
    const key = await importJWK({ ...pair.publicKey, d, alg: 'Ed25519' });
    const theirs = await new CompactSign(Buffer.from('{"a":1}')).setProtectedHeader(header).sign(key);
    expect(sealJws(encodeJson(header), '{"a":1}', (signed) => signerOf('hub', pair).sign(signed))).toBe(theirs);
    expect(splitJws(theirs, theirs)?.signature).toHaveLength(64);
  });

  it('binds a key to a token as any HS256 library checks it', async () => {
    const token = Buffer.alloc(32, 7).toString('base64url');
    const { protectedHeader, payload } = await compactVerify(bind('an invitation', token, pair.publicKey), tokenHash(token));
    expect(protectedHeader).toMatchObject({ alg: 'HS256', kid: 'an invitation' });
    expect(JSON.parse(Buffer.from(payload).toString('utf8'))).toEqual(pair.publicKey);
  });
});
