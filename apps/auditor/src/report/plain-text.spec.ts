import { expect, it } from '@jest/globals';
import { plainText } from './plain-text.js';

it('lets no text of a hub move the cursor, hide a line or turn the direction of writing', () => {
  expect(plainText('A\u001b[2K\rB\nC\u202ED\u2028E')).toBe('A\uFFFD[2K\uFFFDB\uFFFDC\uFFFDD\uFFFDE');
  expect(plainText('آلية وطنية – 中国 é 👩')).toBe('آلية وطنية – 中国 é 👩');
  expect(plainText('x'.repeat(100), 10)).toBe(`${'x'.repeat(9)}…`);
});
