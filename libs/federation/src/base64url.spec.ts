import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromBase64, fromBase64url, toBase64, toBase64url } from './base64url.js';

describe('strict base64', () => {
  it('has one text for a string of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect([...fromBase64url(toBase64url(bytes))!]).toEqual([...bytes]);
        expect([...fromBase64(toBase64(bytes))!]).toEqual([...bytes]);
      }),
    );
  });

  it('refuses padding, white space, the other alphabet, stray bits and anything else', () => {
    expect(['YQ==', 'Y Q', 'YQ\n', '+/+/', 'YR', 'Y', 'YQé', 'YQ\u{1F600}'].filter(fromBase64url)).toEqual([]);
    expect(['YQ', 'YQ=', 'Y Q=', '-_-_', 'YR==', 'YQ==\n'].filter(fromBase64)).toEqual([]);
  });
});
