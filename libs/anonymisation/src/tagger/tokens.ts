import { fold } from '../text/fold.js';

/** A word, a number or one sign, as the taggers see a text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly folded: string;
}

const TOKEN = /[\p{L}\p{M}]+|\p{N}+|[^\s]/gu;
/** A line longer than this is tagged in pieces, so that memory stays small whatever the text. */
const LONGEST_LINE = 400;

/** The tokens of a text line by line; what one line says does not reach into the next. */
export const linesOf = (text: string): Token[][] => {
  const lines: Token[][] = [];
  let line: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const newLine = line.length >= LONGEST_LINE || (last < start && text.slice(last, start).includes('\n'));
    if (newLine && line.length > 0) {
      lines.push(line);
      line = [];
    }
    last = start + match[0].length;
    line.push({ start, end: last, text: match[0], folded: fold(match[0]) });
  }
  if (line.length > 0) lines.push(line);
  return lines;
};
