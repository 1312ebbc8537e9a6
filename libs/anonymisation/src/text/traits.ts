import { isArabicLetter, isOtherLetter } from './characters.js';

/** What one pass over a text saw, so that a recogniser whose trigger is absent costs nothing. */
export interface Traits {
  readonly at: boolean;
  readonly colon: boolean;
  /** A dot or a slash between two characters that are not spaces, as in an address. */
  readonly joined: boolean;
  readonly arabic: boolean;
  readonly otherScript: boolean;
  readonly digits: number;
  /** The most digits in one group, where up to three separators (no letter) may stand between two digits. */
  readonly longestGroup: number;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Linear in the length of `text`. */
export const traitsOf = (text: string): Traits => {
  let at = false;
  let colon = false;
  let joined = false;
  let arabic = false;
  let otherScript = false;
  let digits = 0;
  let group = 0;
  let longestGroup = 0;
  let gap = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      digits += 1;
      group += 1;
      gap = 0;
      if (group > longestGroup) longestGroup = group;
      continue;
    }
    gap += 1;
    // A letter inside a group ("B123", "2A") is common in identifiers; two in a row are a word.
    if (gap > 3) group = 0;
    if (code === 0x40) at = true;
    else if (code === 0x3a) colon = true;
    else if (code === 0x2e || code === 0x2f) joined ||= text.charCodeAt(i + 1) > 0x20;
    else if (code > 0x24f && isArabicLetter(code)) arabic = true;
    else if (code > 0x24f && isOtherLetter(code)) otherScript = true;
  }
  return { at, colon, joined, arabic, otherScript, digits, longestGroup };
};
