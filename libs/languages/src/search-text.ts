/** More words narrow nothing further and cost a look at the index each. */
const MOST_WORDS = 8;

/** Arabic: one form for the letters people write in several (alef, ya, ta marbuta), and without the stretching tatweel. */
const ARABIC: Readonly<Record<string, string>> = { ى: 'ي', ة: 'ه', ـ: '' };

/** The form texts are searched in: without accents, vowel signs, case and kinds of apostrophe. Never what is shown. */
export const searchable = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ىةـ]/g, (letter) => ARABIC[letter] ?? letter)
    .replaceAll(/[’‘`´]/g, "'")
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();

/** A `LIKE` pattern for each word of a question. */
export const searchPatterns = (question: string): readonly string[] =>
  searchable(question)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
