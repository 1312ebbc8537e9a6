import { describe, expect, it } from '@jest/globals';
import { csvLine } from './csv.js';

describe('a line of CSV', () => {
  it.each([
    [['a', 3, undefined, 'b'], 'a,3,,b\r\n'],
    [['one, two', 'say "yes"', 'a\nb', 'un ; deux'], '"one, two","say ""yes""","a\nb","un ; deux"\r\n'],
    [['المغرب', '٣'], 'المغرب,٣\r\n'],
    // A number is a number; a text is never a formula.
    [[-4, '=SUM(A1)', '+41 22', '@name', '-x'], "-4,'=SUM(A1),'+41 22,'@name,'-x\r\n"],
  ])('%j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});
