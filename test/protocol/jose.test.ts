import { describe, expect } from '@jest/globals';
import { fromBase64url } from '@nmirf/federation/base64url';
import { verifyEd25519 } from '@nmirf/federation/crypto';
import { splitJws } from '@nmirf/federation/jws';
import { keyPairFromSeed, signerOf, thumbprint } from '@nmirf/federation/keys';
import { openMessage } from '@nmirf/federation/message';
import { openReceipt } from '@nmirf/federation/receipt';
import { itWith, readSharedJson } from '../harness/shared.js';
import { keyPair } from './synthetic-network.js';

const COOKBOOK = 'vectors/rfc7515-8037-7638/rfc8037-appendix-a.jws.json';
const THUMBPRINT = 'vectors/rfc7515-8037-7638/rfc7638-thumbprint-ed25519.json';
const WYCHEPROOF = 'vectors/wycheproof/json_web_signature_test.json';

interface Cookbook {
  readonly input: { readonly payload: string; readonly key: { readonly x: string; readonly d: string } };
  readonly output: { readonly compact: string };
}
interface WycheproofJws {
  readonly testGroups: readonly { readonly tests: readonly { readonly tcId: number; readonly jws: string | object }[] }[];
}

describe('JOSE', () => {
  itWith(COOKBOOK)('signs and verifies RFC 8037 A.4, whose old algorithm name no message may carry', () => {
    const { input, output } = readSharedJson<Cookbook>(COOKBOOK);
    const pair = keyPairFromSeed(fromBase64url(input.key.d)!);
    const split = splitJws(output.compact, output.compact)!;
    expect(pair.publicKey.x).toBe(input.key.x);
    expect(verifyEd25519(fromBase64url(input.key.x)!, split.signed, split.signature)).toBe(true);
    expect(Buffer.from(signerOf('hub', pair).sign(split.signed))).toEqual(Buffer.from(split.signature));
    expect(() => openMessage(output.compact, () => ({ x: input.key.x, use: 'msg' }))).toThrow('header-not-allowed');
  });

  itWith(THUMBPRINT)('gives the thumbprint of RFC 8037 A.3', () => {
    const { jwk, sha256_base64url: expected } = readSharedJson<{ jwk: { x: string }; sha256_base64url: string }>(THUMBPRINT);
    expect(thumbprint(jwk)).toBe(expected);
  });

  itWith(WYCHEPROOF)('rejects all 401 Wycheproof signatures: none is a message or receipt of this network', () => {
    const { testGroups } = readSharedJson<WycheproofJws>(WYCHEPROOF);
    const tests = testGroups.flatMap((group) => group.tests);
    const anyKey = () => ({ x: keyPair('any').publicKey.x, use: 'msg' as const });
    for (const { jws } of tests) {
      const text = typeof jws === 'string' ? jws : JSON.stringify(jws);
      expect(() => openMessage(text, anyKey)).toThrow(/malformed|header-not-allowed/);
      expect(() => openReceipt(text, anyKey)).toThrow(/malformed|header-not-allowed/);
    }
    expect(tests).toHaveLength(401);
  });
});
