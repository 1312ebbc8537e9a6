import { describe, expect, it } from '@jest/globals';
import type { Envelope } from '@nmirf/contracts/network/envelope';
import { encodeJson, sealJws } from './jws.js';
import { keyPairFromSeed, signerOf } from './keys.js';
import { hashOfMessage, MAX_MESSAGE, openMessage, reopenMessage, seal } from './message.js';

const pair = keyPairFromSeed(new Uint8Array(32).fill(1));
const signer = signerOf('node:ma', pair);
const envelope: Envelope = {
  ...{ specversion: '1.0', id: '0193a1b2-0000-7000-8000-000000000001', source: 'node:ma', type: 'practice.published.v1' },
  ...{ subject: 'practice:1', time: '2026-11-23T14:20:00.000Z', datacontenttype: 'application/json', dataschema: 'nmirf:practice/1.0' },
  ...{
    epoch: 1,
    seq: 1,
    prev: 'A'.repeat(43),
    aud: '*',
    seen: `0:${'A'.repeat(43)}`,
    salt: 'A'.repeat(22),
    data: { text: 'Participação' },
  },
};
const header = { alg: 'Ed25519', typ: 'nmirf-msg+jws', cty: 'cloudevents+json', kid: signer.kid };
const key = () => ({ x: pair.publicKey.x, use: 'msg' as const });
const sign = (signed: Uint8Array) => signer.sign(signed);
const sealed = (payload: string, head: object = header) => sealJws(encodeJson(head), payload, sign);
const text = JSON.stringify(envelope);

describe('a message', () => {
  it('is opened as it was sealed, from text or from a slice of what was received', () => {
    const message = seal(envelope, signer);
    expect(openMessage(message.jws, key)).toEqual(message);
    const page = Buffer.from(`first line\n${message.jws}\nlast line`);
    expect(openMessage(page.subarray(11, 11 + message.jws.length), key)).toEqual(message);
    expect(reopenMessage(message.jws, message.hash)).toEqual(message);
    expect(hashOfMessage(message.jws)).toEqual(message.hash);
  });

  it('ignores members of the envelope that it does not know', () => {
    expect(openMessage(sealed(JSON.stringify({ ...envelope, later: 1 })), key).envelope).toEqual(envelope);
  });

  it('has a limit', () => {
    expect(() => seal({ ...envelope, data: { text: 'x'.repeat(MAX_MESSAGE) } }, signer)).toThrow('too-large');
    expect(() => openMessage('x'.repeat(MAX_MESSAGE + 1), key)).toThrow('too-large');
    expect(() => openMessage(new Uint8Array(MAX_MESSAGE + 1), key)).toThrow('too-large');
  });

  it('has three parts in strict base64url', () => {
    const [head, payload, signature] = seal(envelope, signer).jws.split('.') as [string, string, string];
    const broken = [
      '',
      'a',
      'a.b',
      '..',
      `.${payload}.${signature}`,
      `${head}.${payload}.${signature}=`,
      `${head}.${payload}.${signature}.`,
    ];
    const more = [
      `${head}.${payload}.${signature.slice(4)}`,
      `${head}.${payload}.${signature}\n`,
      ` ${head}.${payload}.${signature} `,
      `${head}..`,
    ];
    for (const jws of [...broken, ...more]) expect(() => openMessage(jws, key)).toThrow('malformed');
    expect(() => openMessage(`${head}.${payload}=.${signature}`, key)).toThrow('signature-invalid');
    const padded = `${head}.${payload}=`;
    const signed = `${padded}.${Buffer.from(sign(Buffer.from(padded))).toString('base64url')}`;
    expect(() => openMessage(signed, key)).toThrow('malformed');
  });

  it('carries exactly the header of the protocol', () => {
    const { kid, ...without } = header;
    const refused: object[] = [
      { ...header, crit: [] },
      { ...without, jwk: {} },
      { ...header, alg: 'EdDSA' },
      { ...header, alg: 'none' },
      { ...header, typ: 'JWT' },
      { ...header, cty: 'json' },
      { ...header, kid: 1 },
      { ...header, kid: 'https://key.example' },
      without,
      [],
    ];
    refused.push({ ...header, kid: 'x'.repeat(600) });
    for (const head of refused) expect(() => openMessage(sealed(text, head), key)).toThrow('header-not-allowed');
    for (const head of ['null', 'nonsense', JSON.stringify(header).replace('{', '{"alg":"Ed25519",')]) {
      const jws = sealJws(Buffer.from(head).toString('base64url'), text, sign);
      expect(() => openMessage(jws, key)).toThrow('header-not-allowed');
    }
    expect(openMessage(sealed(text, { kid, ...without }), key).kid).toBe(kid);
  });

  it('needs a key that is valid at its place, and its signature', () => {
    const { jws } = seal(envelope, signer);
    expect(() => openMessage(jws, () => undefined)).toThrow('key-unknown');
    expect(() => openMessage(jws, () => ({ x: 'A'.repeat(43), use: 'msg' }))).toThrow('key-unknown');
    const other = keyPairFromSeed(new Uint8Array(32).fill(2)).publicKey;
    expect(() => openMessage(jws, () => ({ x: other.x, use: 'msg' }))).toThrow('signature-invalid');
  });

  it('is read only behind its signature', () => {
    const jws = sealed('nonsense');
    expect(() => openMessage(jws, key)).toThrow('malformed');
    expect(() => openMessage(jws, () => ({ x: keyPairFromSeed(new Uint8Array(32)).publicKey.x, use: 'msg' }))).toThrow('signature-invalid');
  });

  it('says strict JSON in strict UTF-8, in the name of the key’s owner, in the shape of an envelope', () => {
    for (const payload of ['null', '1', '"text"', '', text.replace('{', '{"seq":1,')])
      expect(() => openMessage(sealed(payload), key)).toThrow('malformed');
    const latin1 = `${encodeJson(header)}.${Buffer.from(text, 'latin1').toString('base64url')}`;
    expect(() => openMessage(`${latin1}.${Buffer.from(sign(Buffer.from(latin1))).toString('base64url')}`, key)).toThrow('malformed');
    expect(() => openMessage(sealed(JSON.stringify({ ...envelope, source: 'node:pt' })), key)).toThrow('key-unknown');
    expect(() => openMessage(sealed('[]'), key)).toThrow('key-unknown');
    const problem = expect.objectContaining({ code: 'schema-invalid', faults: [expect.objectContaining({ path: 'seq' })] });
    expect(() => openMessage(sealed(JSON.stringify({ ...envelope, seq: 0 })), key)).toThrow(problem as never);
  });

  it('is not reopened when the stored text is another', () => {
    const [one, other] = [seal(envelope, signer), seal({ ...envelope, seq: 2 }, signer)];
    expect(() => reopenMessage(one.jws, other.hash)).toThrow('proof-invalid');
  });
});
