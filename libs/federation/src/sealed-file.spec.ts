import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { SEALED_CHUNK, SEALED_MARK, SEALED_TAG, sealedSize } from '@nmirf/contracts/files/sealed-file';
import { openedBytes, sealedBytes } from './sealed-file.js';

const STEP = SEALED_CHUNK + SEALED_TAG;
const HEAD = SEALED_MARK.length;
const key = randomBytes(32).toString('base64url');

async function* inPieces(bytes: Uint8Array, piece: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece));
}
const fileOf = (plain: Buffer, piece = 10_000) => ({
  ...{ size: plain.length, key },
  read: (start: number, end: number) => Promise.resolve(inPieces(plain.subarray(start, end + 1), piece)),
});
const seal = (plain: Buffer, from?: number, to?: number) => buffer(sealedBytes(fileOf(plain), from, to));
const open = (sealed: Uint8Array, size: number, of = key, piece = 7_001) => buffer(openedBytes(inPieces(sealed, piece), size, of));
const refused = { code: 'proof-invalid' };

describe('a file for a few', () => {
  it.each([1, SEALED_CHUNK - 1, SEALED_CHUNK, SEALED_CHUNK + 1, 3 * SEALED_CHUNK, 200_000])(
    'of %i bytes is opened as it was',
    async (size) => {
      const plain = randomBytes(size);
      const sealed = await seal(plain);
      expect(sealed).toHaveLength(sealedSize(size));
      expect(sealed.subarray(0, HEAD).toString()).toBe(SEALED_MARK);
      expect((await seal(plain)).equals(sealed)).toBe(true);
      for (const piece of [1_000, STEP, 1_000_000]) expect((await open(sealed, size, key, piece)).equals(plain)).toBe(true);
    },
  );

  const plain = randomBytes(3 * SEALED_CHUNK + 500);

  it.each([
    [0, 0],
    [0, HEAD - 1],
    [3, HEAD + 10],
    [HEAD, HEAD],
    [HEAD + STEP - 1, HEAD + STEP],
    [HEAD + 2 * STEP + 5, HEAD + 2 * STEP + 9],
    [100, HEAD + 3 * STEP + 3],
    [HEAD + 3 * STEP, 10_000_000],
  ])('is encrypted from %i to %i as it is whole, and no more of it is read', async (from, to) => {
    const whole = await seal(plain);
    expect((await seal(plain, from, to)).equals(whole.subarray(from, to + 1))).toBe(true);
    const read: number[] = [];
    const file = { ...fileOf(plain), read: (start: number, end: number) => (read.push(start, end), fileOf(plain).read(start, end)) };
    await buffer(sealedBytes(file, from, Math.min(to, from + 5)));
    expect((read[1] ?? 0) - (read[0] ?? 0)).toBeLessThan(2 * SEALED_CHUNK);
  });

  it('holds nothing of what it was', async () => {
    const text = Buffer.from('an address nobody else may know '.repeat(5_000));
    expect((await seal(text)).includes('address')).toBe(false);
  });

  const chunk = (sealed: Buffer, index: number) => sealed.subarray(HEAD + index * STEP, HEAD + (index + 1) * STEP);
  const flipped = (sealed: Buffer, at: number) => {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    return changed;
  };
  it.each<[string, (sealed: Buffer) => Buffer]>([
    ['a bit of its beginning was changed', (sealed) => flipped(sealed, 3)],
    ['a bit of a chunk was changed', (sealed) => flipped(sealed, HEAD + STEP + 77)],
    ['a bit of the last tag was changed', (sealed) => flipped(sealed, sealed.length - 1)],
    [
      'two chunks changed places',
      (sealed) => Buffer.concat([sealed.subarray(0, HEAD), chunk(sealed, 1), chunk(sealed, 0), sealed.subarray(HEAD + 2 * STEP)]),
    ],
    ['a chunk is left out', (sealed) => Buffer.concat([sealed.subarray(0, HEAD + STEP), sealed.subarray(HEAD + 2 * STEP)])],
    ['it ends behind a chunk', (sealed) => sealed.subarray(0, HEAD + 3 * STEP)],
    ['it ends within one', (sealed) => sealed.subarray(0, sealed.length - 1)],
    ['it ends within its beginning', (sealed) => sealed.subarray(0, 5)],
    ['it is empty', () => Buffer.alloc(0)],
    ['something follows', (sealed) => Buffer.concat([sealed, Buffer.from('more')])],
    ['its last chunk comes twice', (sealed) => Buffer.concat([sealed, chunk(sealed, 3)])],
  ])('stays closed when %s', async (_, change) => {
    await expect(open(change(await seal(plain)), plain.length)).rejects.toMatchObject(refused);
  });

  it('stays closed to another key, and when it is said to be of another size', async () => {
    const sealed = await seal(plain);
    await expect(open(sealed, plain.length, randomBytes(32).toString('base64url'))).rejects.toMatchObject(refused);
    for (const size of [plain.length - 1, plain.length + 1, SEALED_CHUNK]) await expect(open(sealed, size)).rejects.toMatchObject(refused);
  });

  it('gives nothing of a chunk that does not hold', async () => {
    const given: Uint8Array[] = [];
    const opening = async () => {
      for await (const part of openedBytes(inPieces(flipped(await seal(plain), HEAD + STEP), 9_000), plain.length, key)) given.push(part);
    };
    await expect(opening()).rejects.toMatchObject(refused);
    expect(Buffer.concat(given).equals(plain.subarray(0, SEALED_CHUNK))).toBe(true);
  });
});
