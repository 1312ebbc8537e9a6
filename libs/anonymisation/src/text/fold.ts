const ARABIC = new Map([
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['آ', 'ا'],
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ئ', 'ي'],
  ['ؤ', 'و'],
  ['ة', 'ه'],
  ['ڤ', 'ف'],
  ['ڭ', 'ك'],
  ['گ', 'ك'],
  ['ک', 'ك'],
  ['ی', 'ي'],
  ['پ', 'ب'],
]);
const NON_ASCII = /[^\x00-\x7f]/;
const SPECIAL = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

/** One spelling for a word: lower case, no accents, Arabic letters that are written for one another made the same. */
export const fold = (word: string): string => {
  const lower = word.toLowerCase();
  if (!NON_ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0653-\u0655]/g, '')
    .replace(/[^\x00-\x7f]/g, (letter) => ARABIC.get(letter) ?? SPECIAL.get(letter) ?? letter);
};
