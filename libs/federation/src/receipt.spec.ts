import type { Receipt } from '@nmirf/contracts/network/receipt';
import { describe, expect, it } from '@jest/globals';
import { encodeJson, sealJws } from './jws.js';
import { keyPairFromSeed, signerOf } from './keys.js';
import { openReceipt, sealReceipt } from './receipt.js';

const pair = keyPairFromSeed(new Uint8Array(32).fill(4));
const signer = signerOf('hub', pair);
const hash = 'A'.repeat(43);
const receipt: Receipt = {
  ...{ network: hash, to: 'node:ma', batch: hash, size: 8, time: '2026-11-23T14:20:00.000Z' },
  entries: [{ epoch: 1, seq: 1, hash, status: 'accepted', pos: 7 }],
  head: { epoch: 1, seq: 1, hash },
};
const key = () => pair.publicKey;
const sealed = (header: unknown, payload: unknown) => sealJws(encodeJson(header), JSON.stringify(payload), (signed) => signer.sign(signed));
const header = { alg: 'Ed25519', typ: 'nmirf-receipt+jws', kid: signer.kid };

describe('a receipt', () => {
  it('is opened as it was sealed', () => {
    expect(openReceipt(sealReceipt(receipt, signer), (kid) => (kid === signer.kid ? pair.publicKey : undefined))).toEqual(receipt);
  });

  it('is refused in another form, by another key, or with another content', () => {
    const jws = sealReceipt(receipt, signer);
    for (const broken of ['', 'a.b.c', 'x'.repeat(1_000_001)]) expect(() => openReceipt(broken, key)).toThrow('malformed');
    for (const head of [
      { ...header, typ: 'nmirf-msg+jws' },
      { ...header, alg: 'EdDSA' },
      { ...header, kid: 1 },
      { ...header, b64: false },
      null,
      1,
    ]) {
      expect(() => openReceipt(sealed(head, receipt), key)).toThrow('header-not-allowed');
    }
    expect(() => openReceipt(jws, () => undefined)).toThrow('key-unknown');
    expect(() => openReceipt(jws, () => ({ x: 'A'.repeat(43) }))).toThrow('key-unknown');
    expect(() => openReceipt(jws, () => keyPairFromSeed(new Uint8Array(32)).publicKey)).toThrow('signature-invalid');
    expect(() => openReceipt(sealed(header, { ...receipt, size: -1 }), key)).toThrow('schema-invalid');
  });
});
