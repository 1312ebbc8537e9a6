import { describe, expect } from '@jest/globals';
import { fromBase64, fromBase64url } from '@nmirf/federation/base64url';
import { verifyEd25519 } from '@nmirf/federation/crypto';
import { contentDigest, signatureBase } from '@nmirf/federation/http-signature';
import { itWith, readSharedJson } from '../harness/shared.js';

const B26 = 'vectors/rfc9421-9530/rfc9421-b26-ed25519.json';
const DIGESTS = 'vectors/rfc9421-9530/content-digest.json';

describe('HTTP message signatures', () => {
  itWith(B26)('builds and verifies RFC 9421 B.2.6', () => {
    const vector = readSharedJson<{
      public_jwk: { x: string };
      request: { method: string; target_uri: string; headers: Record<string, string> };
      signature_input: string;
      signature_base: string;
      signature: string;
    }>(B26);
    const { method, target_uri: url, headers } = vector.request;
    const base = signatureBase({ method, url, headers }, vector.signature_input.replace('sig-b26=', ''));
    expect(Buffer.from(base).toString('utf8')).toBe(vector.signature_base);
    const signature = fromBase64(/^sig-b26=:(.*):$/.exec(vector.signature)![1]!)!;
    expect(verifyEd25519(fromBase64url(vector.public_jwk.x)!, base, signature)).toBe(true);
  });

  itWith(DIGESTS)('gives the digests of RFC 9530', () => {
    const { vectors } = readSharedJson<{ vectors: { body_utf8: string; alg: 'sha-256' | 'sha-512'; field: string }[] }>(DIGESTS);
    for (const { body_utf8: body, alg, field } of vectors) expect(contentDigest(Buffer.from(body), alg)).toBe(field);
    expect(vectors).toHaveLength(3);
  });
});
