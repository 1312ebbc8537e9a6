import { expect, it } from '@jest/globals';
import { uuidv7 } from './ids.js';

it('makes the identifier of RFC 9562, appendix A.6', () => {
  const random = Uint8Array.from([0xcc, 0x30, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  const id = uuidv7(0x017f22e279b0, random);
  expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(id < uuidv7(0x017f22e279b1, random)).toBe(true);
});
