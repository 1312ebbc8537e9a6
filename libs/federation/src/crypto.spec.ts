import { describe, expect, it } from '@jest/globals';
import * as browser from './crypto.browser.js';
import * as chosen from './crypto.js';

describe('secrets', () => {
  it('are compared and keyed alike in Node and in a browser', () => {
    const [key, message] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4)];
    expect(Buffer.from(browser.hmacSha256(key, message))).toEqual(Buffer.from(chosen.hmacSha256(key, message)));
    for (const { equalSecrets, randomBytes } of [browser, chosen]) {
      expect([equalSecrets(key, key), equalSecrets(key, message), equalSecrets(key, Uint8Array.of(1, 2, 4))]).toEqual([true, false, false]);
      expect(equalSecrets(randomBytes(32), randomBytes(32))).toBe(false);
      expect(randomBytes(16)).toHaveLength(16);
    }
  });

  it('sign alike', () => {
    const [seed, message] = [new Uint8Array(32).fill(9), Uint8Array.of(1)];
    expect(Buffer.from(browser.publicKeyOf(seed))).toEqual(Buffer.from(chosen.publicKeyOf(seed)));
    const signature = browser.signEd25519(seed, message);
    expect(Buffer.from(signature)).toEqual(Buffer.from(chosen.signEd25519(seed, message)));
    expect(browser.verifyEd25519(chosen.publicKeyOf(seed), message, signature)).toBe(true);
  });

  it('name the code that checks signatures', () => {
    expect([browser.verifierName, ['libsodium', 'openssl'].includes(chosen.verifierName)]).toEqual(['noble', true]);
  });
});
