import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as browser from './bytes.browser.js';
import * as node from './bytes.node.js';

const bytes = fc.uint8Array({ maxLength: 200 });
const plain = (value: Uint8Array | string | undefined) => (value instanceof Uint8Array ? [...value] : value);

describe('bytes, in Node and in a browser', () => {
  it('are written and read alike', () => {
    fc.assert(
      fc.property(bytes, bytes, fc.string({ unit: 'grapheme' }), (one, other, text) => {
        for (const name of ['toBase64', 'toBase64url', 'latin1Text', 'utf8Text'] as const) expect(browser[name](one)).toBe(node[name](one));
        for (const name of ['toBase64', 'toBase64url'] as const) expect(plain(node.decodeBase64(browser[name](one)))).toEqual(plain(one));
        for (const name of ['toBase64', 'toBase64url'] as const) expect(plain(browser.decodeBase64(node[name](one)))).toEqual(plain(one));
        expect(plain(browser.latin1Bytes(node.latin1Text(one)))).toEqual(plain(one));
        expect(plain(node.latin1Bytes(browser.latin1Text(one)))).toEqual(plain(one));
        expect(plain(browser.utf8Bytes(text))).toEqual(plain(node.utf8Bytes(text)));
        expect(browser.utf8Text(browser.utf8Bytes(text))).toBe(text);
        expect(plain(browser.concatBytes(one, other))).toEqual(plain(node.concatBytes(one, other)));
        expect(browser.equalBytes(one, other)).toBe(node.equalBytes(one, other));
        expect([browser.equalBytes(one, one.slice()), node.equalBytes(one, one.slice())]).toEqual([true, true]);
      }),
    );
  });

  it('keep a byte order mark and refuse what is not UTF-8', () => {
    for (const { utf8Text } of [browser, node]) {
      expect(utf8Text(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\uFEFFa');
      expect(utf8Text(Uint8Array.of(0xc3))).toBeUndefined();
    }
  });

  it('read nothing from what is no base64 in a browser', () => {
    expect(browser.decodeBase64('a*')).toHaveLength(0);
  });
});
