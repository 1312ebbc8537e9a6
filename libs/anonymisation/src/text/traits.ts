import { isArabicLetter, isLatinLetter, isOtherLetter } from './characters.js';

/** What one pass over a text saw, so that a recogniser whose trigger is absent costs nothing. */
export interface Traits {
  readonly at: boolean;
  readonly colon: boolean;
  /** A dot or a slash before a character that is no space, as in an address. */
  readonly joined: boolean;
  readonly arabic: boolean;
  readonly otherScript: boolean;
  readonly digits: number;
  /** The most digits in one group, where up to three other characters may stand between two digits. */
  readonly longestGroup: number;
  /** Where each run of digits begins. */
  readonly runs: readonly number[];
  /** Where a capital letter begins a word after a space. */
  readonly capitals: readonly number[];
}

const NOTHING = 0;
const DIGIT = 1;
const AT = 2;
const COLON = 3;
const JOINT = 4;
const ARABIC = 5;
const OTHER = 6;
const CAPITAL = 7;

const kindOf = (code: number): number => {
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if (code === 0x40) return AT;
  if (code === 0x3a) return COLON;
  if (code === 0x2e || code === 0x2f) return JOINT;
  if (isArabicLetter(code)) return ARABIC;
  if (isOtherLetter(code)) return OTHER;
  const letter = String.fromCharCode(code);
  return isLatinLetter(code) && letter.toLowerCase() !== letter ? CAPITAL : NOTHING;
};
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => kindOf(code));
const SPACES = /\s/;

/** Linear in the length of `text`. */
export const traitsOf = (text: string): Traits => {
  const seen = [false, false, false, false, false, false, false, false];
  const runs: number[] = [];
  const capitals: number[] = [];
  let digits = 0;
  let group = 0;
  let longestGroup = 0;
  let last = -9;
  for (let i = 0; i < text.length; i++) {
    const kind = KINDS[text.charCodeAt(i)] ?? NOTHING;
    if (kind === NOTHING) continue;
    if (kind === DIGIT) {
      group = i - last > 4 ? 1 : group + 1;
      if (last !== i - 1) runs.push(i);
      if (group > longestGroup) longestGroup = group;
      digits += 1;
      last = i;
    } else if (kind === CAPITAL) {
      if (i > 0 && SPACES.test(text.charAt(i - 1))) capitals.push(i);
    } else if (kind !== JOINT || text.charCodeAt(i + 1) > 0x20) seen[kind] = true;
  }
  const [, , at, colon, joined, arabic, otherScript] = seen;
  return {
    at: at === true,
    colon: colon === true,
    joined: joined === true,
    arabic: arabic === true,
    otherScript: otherScript === true,
    digits,
    longestGroup,
    runs,
    capitals,
  };
};
