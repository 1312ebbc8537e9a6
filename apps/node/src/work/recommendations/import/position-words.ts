import type { Position } from '@nmirf/contracts/recommendations/recommendation';

/** The words OHCHR writes for each position, in its lists and its index. */
const WORDS: Readonly<Record<Position, string>> = {
  supported: 'Supported',
  noted: 'Noted',
  'supported-in-part': 'Supported/Noted',
  pending: 'Pending',
};

const POSITIONS: Readonly<Record<string, Position>> = {
  supported: 'supported',
  accepted: 'supported',
  noted: 'noted',
  'supported/noted': 'supported-in-part',
  'supported in part': 'supported-in-part',
  'partially supported': 'supported-in-part',
  pending: 'pending',
};

/** The position that the words of a document stand for. */
export const positionIn = (words: string): Position | undefined => POSITIONS[words.toLowerCase().replaceAll(/\s*\/\s*/g, '/')];

/** The words of OHCHR for a position. */
export const wordsOfPosition = (position: Position): string => WORDS[position];
