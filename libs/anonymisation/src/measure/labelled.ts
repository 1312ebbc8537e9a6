import type { Language } from '@nmirf/contracts/languages/language';

/** What the people who annotated a set called a thing, brought to one list. */
export type Label = 'person' | 'place' | 'organisation' | 'date' | 'code' | 'contact' | 'number' | 'trait' | 'other';

/** TAB's kinds: DIRECT names one person alone, QUASI does so together with others, and the rest may stay. */
export type Need = 'direct' | 'quasi' | 'none';

export interface Mention {
  readonly start: number;
  readonly end: number;
}

/** One thing with every place it is mentioned at. Offsets are UTF-16 units. */
export interface Entity {
  readonly label: Label;
  readonly need: Need;
  readonly mentions: readonly Mention[];
}

/** A text with what is to be found in it. */
export interface Labelled {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** A stretch of a text that an engine would hide by itself (`auto`) or show to a reviewer (`flag`). */
export interface Detection extends Mention {
  readonly label: Label;
  readonly tier: 'auto' | 'flag';
}
export type Engine = (text: string, language: Language) => readonly Detection[];

export const FORMATS = ['tab', 'conll', 'harem', 'presidio'] as const;
export type Format = (typeof FORMATS)[number];
