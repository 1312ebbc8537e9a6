import { describe, expect, it } from '@jest/globals';
import { createKeyReader, nameOf, type Pressed } from './key-combination.js';

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  ...{ key, code: `Key${key.toUpperCase()}`, ctrlKey: false, metaKey: false, altKey: false, timeStamp: 0 },
  ...more,
});

describe('a key is called', () => {
  it.each([
    ['by its letter', press('K', { ctrlKey: true }), 'mod+k'],
    ['the same on a Mac', press('k', { metaKey: true }), 'mod+k'],
    ['by its place on an Arabic keyboard', press('ح', { code: 'KeyP' }), 'p'],
    ['by its letter on a French one, wherever it lies', press('a', { code: 'KeyQ' }), 'a'],
    ['by its sign', press('?', { code: 'Slash' }), '?'],
    ['by the sign of its language', press('؟', { code: 'Slash' }), '?'],
    ['nothing with Alt, which writes other letters', press('q', { altKey: true }), undefined],
    ['nothing while it only goes with others', press('Shift'), undefined],
  ])('%s', (_, pressed, name) => expect(nameOf(pressed)).toBe(name));
});

describe('keys one after the other', () => {
  const known = new Set(['g p', 'mod+k', '?']);
  const read = (...keys: readonly Pressed[]): string | undefined => {
    const reader = createKeyReader((name) => known.has(name));
    return keys.map(reader).at(-1);
  };

  it('are a shortcut together', () => expect(read(press('g'), press('p', { timeStamp: 400 }))).toBe('g p'));
  it('are none when the second comes late', () => expect(read(press('g'), press('p', { timeStamp: 1_600 }))).toBeUndefined());
  it('are none when another key comes between', () =>
    expect(read(press('g'), press('x', { timeStamp: 10 }), press('p', { timeStamp: 20 }))).toBeUndefined());
  it('leave the first alone when the second is a shortcut by itself', () => expect(read(press('g'), press('?'))).toBe('?'));
  it('begin anew after a shortcut', () =>
    expect(read(press('g'), press('p', { timeStamp: 10 }), press('p', { timeStamp: 20 }))).toBeUndefined());
});
