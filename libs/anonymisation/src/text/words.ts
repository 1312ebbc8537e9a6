/** A word of a text: letters with the marks on them. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, in order; apostrophes and hyphens part words, so that "d'Ahmed" and "Jean-Paul" are two each. */
export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}]+/gu))
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  return words;
};

export const isCapitalised = (word: string): boolean => {
  const first = word.charAt(0);
  return first !== first.toLowerCase() && first === first.toUpperCase();
};

/** Whether the character before `at` ends a sentence, opens a quotation or a list item, or nothing stands before it. */
export const opensSentence = (text: string, at: number): boolean => {
  for (let i = at - 1; i >= 0; i--) {
    const before = text.charAt(i);
    if (before === '\n') return true;
    if (before === ' ' || before === '\t') continue;
    return '.!?:;•«»"“”()[]…*-'.includes(before) && !(before === '-' && i === at - 1);
  }
  return true;
};
