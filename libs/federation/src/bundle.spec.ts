import type { BundleManifest } from '@nmirf/contracts/network/bundle';
import { describe, expect, it } from '@jest/globals';
import { openManifest, peekManifest, sealManifest } from './bundle.js';
import { keyPairFromSeed, signerOf } from './keys.js';

const pair = keyPairFromSeed(new Uint8Array(32).fill(6));
const signer = signerOf('node:ma', pair);
const manifest: BundleManifest = {
  ...{ network: 'A'.repeat(43), by: 'node:ma', at: '2026-11-24T10:00:00.000Z', size: 2, checkpoint: 'a note' },
  parts: [{ name: 'log-000000.gz', bytes: 90, sha256: 'B'.repeat(43), from: 0, next: 2, withheld: 0 }],
};

describe('a manifest', () => {
  it('is opened as it was sealed, by the key of whoever made the bundle', () => {
    const jws = sealManifest(manifest, signer);
    expect(openManifest(jws, (kid) => (kid === signer.kid ? pair.publicKey : undefined))).toEqual(manifest);
    expect(() => openManifest(jws, () => keyPairFromSeed(new Uint8Array(32)).publicKey)).toThrow('signature-invalid');
  });

  it('can be looked at before its maker is known', () => {
    expect(peekManifest(sealManifest(manifest, signer))).toEqual(manifest);
    expect(() => peekManifest(sealManifest({ ...manifest, size: -1 }, signer))).toThrow('schema-invalid');
    expect(() => peekManifest('a.b')).toThrow('malformed');
  });
});
