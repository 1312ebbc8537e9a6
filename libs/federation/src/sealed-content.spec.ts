import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sealedContent } from '@nmirf/contracts/network/sealed';
import type { NodeId } from '@nmirf/contracts/network/names';
import { agreementKid, openContent, type PrivateAgreementKey, sealContent } from './sealed-content.js';

const made = (id: NodeId) => {
  const { kty, crv, x, d } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' }) as PrivateAgreementKey;
  return { kid: agreementKid(id, { kty, crv, x }), key: { kty, crv, x, d }, open: { kty, crv, x } };
};
const [ma, pt, py] = [made('node:ma'), made('node:pt'), made('node:py')];
const belonging = { source: 'node:ma', subject: 'resource:a', version: 1, audience: ['node:ma', 'node:pt'] };
const content = { title: 'دليل' };
const seal = () => sealContent(content, new Map([ma, pt].map(({ kid, open }) => [kid, open])), belonging);

describe('content for a few', () => {
  it('is opened by each of them, and is a JWE as the protocol has it', async () => {
    const sealed = await seal();
    expect(sealedContent.parse(JSON.parse(JSON.stringify(sealed)))).toEqual(sealed);
    for (const reader of [ma, pt]) expect(await openContent(sealed, reader, belonging)).toEqual(content);
  });

  it.each([
    ['another reader', () => [py, belonging] as const],
    ['a key under another’s name', () => [{ ...py, kid: pt.kid }, belonging] as const],
    ['somebody else’s message', () => [pt, { ...belonging, source: 'node:py' }] as const],
    ['another subject', () => [pt, { ...belonging, subject: 'resource:b' }] as const],
    ['another version', () => [pt, { ...belonging, version: 2 }] as const],
    ['other readers', () => [pt, { ...belonging, audience: ['node:pt'] }] as const],
  ])('stays closed to %s', async (_, given) => {
    const [reader, of] = given();
    await expect(openContent(await seal(), reader, of)).rejects.toMatchObject({ code: 'proof-invalid' });
  });

  it('stays closed when what it holds is no JSON', async () => {
    const empty = await sealContent(undefined, new Map([[pt.kid, pt.open]]), belonging);
    await expect(openContent(empty, pt, belonging)).rejects.toMatchObject({ code: 'proof-invalid' });
  });

  it('stays closed when a bit of it was changed', async () => {
    const sealed = await seal();
    const ciphertext = (sealed.ciphertext.startsWith('A') ? 'B' : 'A') + sealed.ciphertext.slice(1);
    await expect(openContent({ ...sealed, ciphertext }, pt, belonging)).rejects.toMatchObject({ code: 'proof-invalid' });
  });
});
