import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeLines, splitLines } from './lines.js';

const texts = (bytes: Uint8Array): string[] => splitLines(bytes).map((line) => Buffer.from(line).toString('utf8'));

describe('lines', () => {
  it('come back as they were sent, whatever they say', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ' '))), (lines) => {
        expect(texts(encodeLines(lines))).toEqual(lines);
      }),
    ));

  it('need no newline at the end', () => expect(texts(Buffer.from('a\n\nb'))).toEqual(['a', '', 'b']));
});
