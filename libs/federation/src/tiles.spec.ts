import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeEntries, decodeTile, encodeEntries, isWithin, parseTilePath, tilePath, type TileRef } from './tiles.js';

describe('tile paths', () => {
  it('have one spelling', () => {
    const tile = fc.record({
      level: fc.oneof(fc.constant('entries' as const), fc.nat({ max: 6 })),
      index: fc.nat({ max: 999_999_999_999 }),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(fc.property(tile, (ref: TileRef) => expect(parseTilePath(tilePath(ref))).toEqual(ref)));
  });

  it('are refused in any other', () => {
    const wrong = [
      '',
      'tile',
      'tile/0/1',
      'tile/7/000',
      'tile/00/000',
      'tile/0/x000/001',
      'tile/0/000.p/256',
      'tile/0/000.p/0',
      'tile/0/000.p/257',
    ];
    expect(
      [...wrong, 'tile/0/x001/x002', 'tile/0/000.p/01', '/tile/0/000', 'tile/0/000/', 'tile/data/000', 'tile/0/../000'].filter(
        parseTilePath,
      ),
    ).toEqual([]);
  });

  it('name what a tree of some size has', () => {
    const at = (path: string, size: number) => isWithin(parseTilePath(path)!, size);
    expect([at('tile/0/000', 255), at('tile/0/000', 256), at('tile/0/000.p/255', 255), at('tile/0/001.p/1', 256)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([
      at('tile/1/000.p/1', 256),
      at('tile/1/000.p/1', 255),
      at('tile/entries/001.p/44', 300),
      at('tile/entries/001.p/45', 300),
    ]).toEqual([true, false, true, false]);
    expect([at('tile/0/000.p/3', 300), at('tile/0/002', 300)]).toEqual([true, false]);
  });
});

describe('what tiles hold', () => {
  it('are 1 to 256 hashes', () => {
    expect(decodeTile(new Uint8Array(96))).toHaveLength(3);
    for (const length of [0, 31, 33, 257 * 32]) expect(() => decodeTile(new Uint8Array(length))).toThrow('malformed');
  });

  it('are leaves behind their lengths', () => {
    const leaves = fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 20 });
    fc.assert(
      fc.property(leaves, (list) => {
        expect(decodeEntries(encodeEntries(list)).map((leaf) => [...leaf])).toEqual(list.map((leaf) => [...leaf]));
      }),
    );
    for (const bytes of [[0], [0, 1], [1, 0, 0]]) expect(() => decodeEntries(Uint8Array.from(bytes))).toThrow('malformed');
    expect(() => decodeEntries(new Uint8Array(257 * 2))).toThrow('malformed');
  });
});
