import { describe, expect, it } from '@jest/globals';
import { fileName, mediaTypeOf, safeFileName } from './file.js';

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd.pdf', 'etc passwd.pdf'],
    [String.raw`C:\guides\suivi.pdf`, 'C guides suivi.pdf'],
    ['gpj.\u202Eexe.pdf', 'gpj. exe.pdf'],
    ['  .hidden.pdf', 'hidden.pdf'],
    ['دليل المتابعة.pdf', 'دليل المتابعة.pdf'],
    ['report', 'report.pdf'],
    ['a'.repeat(300), `${'a'.repeat(100)}.pdf`],
    ['\u0000', 'file.pdf'],
  ])('%j is made safe', (given, safe) => {
    expect(safeFileName(given, 'application/pdf')).toBe(safe);
    expect(fileName.safeParse(safe).success).toBe(true);
  });

  it.each(['', '../a.pdf', 'a\u202Eb.pdf', '.hidden', ' a.pdf', 'a'.repeat(121), 'a:b.pdf'])('%j is refused', (name) =>
    expect(fileName.safeParse(name).success).toBe(false),
  );

  it.each([
    ['A.PDF', 'application/pdf'],
    ['photo.JPEG', 'image/jpeg'],
    ['macro.docm', undefined],
    ['page.html', undefined],
    ['none', undefined],
  ])('%s ends as %s', (name, type) => expect(mediaTypeOf(name)).toBe(type));
});
