import type { EnrolmentRequest } from '@nmirf/contracts/network/enrolment';
import { describe, expect, it } from '@jest/globals';
import { bind, isBound, openEnrolment, sealEnrolment, tokenHash } from './enrolment.js';
import { encodeJson, sealJws } from './jws.js';
import { type KeyPair, keyPairFromSeed, signerOf } from './keys.js';
import { isPossession, provePossession } from './possession.js';
import { hmacSha256 } from './crypto.js';

const [msg, wit, rec] = [1, 2, 3].map((n) => keyPairFromSeed(new Uint8Array(32).fill(n))) as [KeyPair, KeyPair, KeyPair];
const network = 'N'.repeat(43);
const named = { id: 'node:ma' as const, nonce: 'B'.repeat(43) };
const claim = { network, ...named };
const signWith = (pair: KeyPair) => (signed: Uint8Array) => signerOf('node:ma', pair).sign(signed);
const prove = (pair: KeyPair) => provePossession(claim, pair.publicKey, signWith(pair));
const token = Buffer.alloc(32, 5).toString('base64url');
const invitation = '0193a1b2-0000-4000-8000-000000000001';
const request: EnrolmentRequest = {
  ...{ invitation, ...named, binding: bind(invitation, token, msg.publicKey) },
  mechanism: { country: 'MAR', region: 'africa', names: [{ language: 'en', value: 'A mechanism' }], kind: 'ad-hoc', languages: ['en'] },
  keys: { msg: msg.publicKey, wit: wit.publicKey, rec: rec.publicKey },
  possession: { msg: prove(msg), wit: prove(wit), rec: prove(rec) },
};
const signer = signerOf('node:ma', msg);

describe('an enrolment', () => {
  it('is opened as it was sealed, bound to the invitation’s token', () => {
    const opened = openEnrolment(sealEnrolment(request, signer), network);
    expect(opened).toEqual(request);
    expect(isBound(opened, tokenHash(token))).toBe(true);
  });

  it('is refused in another form', () => {
    const header = { alg: 'Ed25519', typ: 'nmirf-enrolment+jws', kid: signer.kid };
    const sealed = (head: unknown, payload: unknown = request) => sealJws(encodeJson(head), JSON.stringify(payload), signWith(msg));
    expect(() => openEnrolment('x'.repeat(65_536), network)).toThrow('too-large');
    expect(() => openEnrolment('a.b.c', network)).toThrow('malformed');
    expect(() => openEnrolment(sealed(header, { ...request, id: 'ma' }), network)).toThrow('schema-invalid');
    for (const head of [
      null,
      { ...header, kid: 'node:pt' },
      { ...header, alg: 'HS256' },
      { ...header, typ: 'JWT' },
      { ...header, jku: 'x' },
    ]) {
      expect(() => openEnrolment(sealed(head), network)).toThrow('header-not-allowed');
    }
  });

  it('is refused without the private keys', () => {
    const forged = sealJws(
      encodeJson({ alg: 'Ed25519', typ: 'nmirf-enrolment+jws', kid: signer.kid }),
      JSON.stringify(request),
      signWith(wit),
    );
    expect(() => openEnrolment(forged, network)).toThrow('signature-invalid');
    const bad = { ...request, keys: { ...request.keys, msg: { ...msg.publicKey, x: 'A'.repeat(43) } } };
    expect(() =>
      openEnrolment(sealEnrolment(bad, { ...signer, kid: signerOf('node:ma', { ...msg, publicKey: bad.keys.msg }).kid }), network),
    ).toThrow('signature-invalid');
    expect(() =>
      openEnrolment(sealEnrolment({ ...request, possession: { ...request.possession, rec: prove(wit) } }, signer), network),
    ).toThrow('proof-invalid');
    expect(() => openEnrolment(sealEnrolment(request, signer), 'M'.repeat(43))).toThrow('proof-invalid');
    expect(() => openEnrolment(sealEnrolment({ ...request, nonce: 'C'.repeat(43) }, signer), network)).toThrow('proof-invalid');
  });

  it('is bound to this token, this invitation and this key', () => {
    const hash = tokenHash(token);
    expect(isBound(request, tokenHash(Buffer.alloc(32, 6).toString('base64url')))).toBe(false);
    expect(isBound({ ...request, keys: { ...request.keys, msg: wit.publicKey } }, hash)).toBe(false);
    expect(isBound({ ...request, invitation: '0193a1b2-0000-4000-8000-000000000002' }, hash)).toBe(false);
    expect(isBound({ ...request, binding: 'a.b.c' }, hash)).toBe(false);
    const sealed = (header: unknown, payload: unknown) =>
      sealJws(encodeJson(header), JSON.stringify(payload), (signed) => hmacSha256(hash, signed));
    const header = { alg: 'HS256', typ: 'nmirf-binding+jws', kid: invitation };
    expect(isBound({ ...request, binding: sealed(header, msg.publicKey) }, hash)).toBe(true);
    const others = [
      [null, msg.publicKey],
      [{ ...header, alg: 'none' }, msg.publicKey],
      [{ ...header, typ: 'JWT' }, msg.publicKey],
      [header, null],
    ];
    const keys = [
      [header, { ...msg.publicKey, kty: 'EC' }],
      [header, { ...msg.publicKey, crv: 'X25519' }],
    ];
    for (const [head, payload] of [...others, ...keys]) expect(isBound({ ...request, binding: sealed(head, payload) }, hash)).toBe(false);
    expect(() => tokenHash('short')).toThrow('invitation-invalid');
    expect(() => tokenHash('not base64url!')).toThrow('invitation-invalid');
  });
});

describe('a proof of possession', () => {
  it('of a founder names no network, and is of no use once there is one', () => {
    const founding = provePossession(named, msg.publicKey, signWith(msg));
    expect(isPossession(founding, msg.publicKey, named)).toBe(true);
    expect(isPossession(founding, msg.publicKey, claim)).toBe(false);
    expect(isPossession(prove(msg), msg.publicKey, named)).toBe(false);
  });

  it('holds for its network, key, node and nonce only', () => {
    expect(isPossession(prove(msg), msg.publicKey, claim)).toBe(true);
    expect(isPossession(prove(msg), wit.publicKey, claim)).toBe(false);
    expect(isPossession(prove(msg), msg.publicKey, { ...claim, id: 'node:pt' })).toBe(false);
    expect(isPossession(prove(msg), msg.publicKey, { ...claim, nonce: 'another' })).toBe(false);
    expect(isPossession(prove(msg), msg.publicKey, { ...claim, network: 'another' })).toBe(false);
    expect(isPossession(prove(msg), { x: 'A'.repeat(43) }, claim)).toBe(false);
    expect(isPossession('a.b.c', msg.publicKey, claim)).toBe(false);
    expect(isPossession('x'.repeat(5_000), msg.publicKey, claim)).toBe(false);
  });

  it('has exactly its header and claim', () => {
    const header = { alg: 'Ed25519', typ: 'nmirf-possession+jws', jwk: msg.publicKey };
    const made = (head: unknown, payload: unknown) => sealJws(encodeJson(head), JSON.stringify(payload), signWith(msg));
    expect(isPossession(made(header, claim), msg.publicKey, claim)).toBe(true);
    const jwks = [{ ...msg.publicKey, kty: 'EC' }, { ...msg.publicKey, crv: 'X25519' }, wit.publicKey, { ...msg.publicKey, d: 'x' }, null];
    const headers = [
      { ...header, alg: 'EdDSA' },
      { ...header, typ: 'JWT' },
      { ...header, kid: 'x' },
      null,
      ...jwks.map((jwk) => ({ ...header, jwk })),
    ];
    for (const head of headers) expect(isPossession(made(head, claim), msg.publicKey, claim)).toBe(false);
    for (const payload of [null, { ...claim, more: 1 }, []]) expect(isPossession(made(header, payload), msg.publicKey, claim)).toBe(false);
  });
});
