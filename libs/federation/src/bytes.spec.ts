import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as browser from './bytes.browser.js';
import * as node from './bytes.node.js';
import * as browserCrypto from './crypto.browser.js';
import * as nodeCrypto from './crypto.node.js';

const bytes = fc.uint8Array({ maxLength: 200 });
const plain = (value: Uint8Array | string | undefined) => (value instanceof Uint8Array ? [...value] : value);

describe('bytes, in Node and in a browser', () => {
  it('are written and read alike', () => {
    fc.assert(
      fc.property(bytes, bytes, fc.string({ unit: 'grapheme' }), (one, other, text) => {
        for (const name of ['toBase64', 'toBase64url', 'latin1Text'] as const) expect(browser[name](one)).toBe(node[name](one));
        for (const name of ['toBase64', 'toBase64url'] as const) expect(plain(node.decodeBase64(browser[name](one)))).toEqual(plain(one));
        for (const name of ['toBase64', 'toBase64url'] as const) expect(plain(browser.decodeBase64(node[name](one)))).toEqual(plain(one));
        expect(plain(browser.latin1Bytes(node.latin1Text(one)))).toEqual(plain(one));
        expect(plain(node.latin1Bytes(browser.latin1Text(one)))).toEqual(plain(one));
        expect(plain(browser.utf8Bytes(text))).toEqual(plain(node.utf8Bytes(text)));
        for (const { utf8OfBase64url } of [browser, node]) expect(utf8OfBase64url(node.toBase64url(node.utf8Bytes(text)))).toBe(text);
        expect(plain(browser.concatBytes(one, other))).toEqual(plain(node.concatBytes(one, other)));
        expect(browser.equalBytes(one, other)).toBe(node.equalBytes(one, other));
        expect([browser.equalBytes(one, one.slice()), node.equalBytes(one, one.slice())]).toEqual([true, true]);
      }),
    );
  });

  it('read the same texts out of base64url, and nothing out of what is not exactly that', () => {
    const letters = fc.constantFrom(...'AQgwxyz-_09+/= \n*é\u{1F600}');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: letters, maxLength: 12 }), bytes.map(node.toBase64url)), (text) => {
        const read = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(text, 'base64url'));
        const isExact = Buffer.from(read).toString('base64url') === text;
        for (const { utf8OfBase64url } of [browser, node]) expect(utf8OfBase64url(text)).toBe(isExact ? read : undefined);
      }),
      { numRuns: 2_000 },
    );
    expect(node.utf8OfBase64url(node.toBase64url(node.utf8Bytes('a'.repeat(100_000))))).toHaveLength(100_000);
  });

  it('keep a byte order mark and refuse what is not UTF-8', () => {
    for (const { utf8OfBase64url } of [browser, node]) {
      expect(utf8OfBase64url(node.toBase64url(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)))).toBe('\uFEFFa');
      expect(utf8OfBase64url(node.toBase64url(Uint8Array.of(0xc3)))).toBeUndefined();
    }
  });

  it('are hashed alike in parts, however long', () => {
    const parts = [new Uint8Array(40_000).fill(1), new Uint8Array(40_000).fill(2)] as const;
    for (const { sha256 } of [browserCrypto, nodeCrypto])
      expect(plain(sha256(...parts))).toEqual(plain(sha256(node.concatBytes(...parts))));
  });

  it('read nothing from what is no base64 in a browser', () => {
    expect(browser.decodeBase64('a*')).toHaveLength(0);
  });
});
