import type { InstitutionType } from '@nmirf/contracts/practices/summary';
import type { EntityType } from '@nmirf/contracts/practices/report';
import type { NameIndex } from './recognisers/name-index.js';
import type { NormalisedText } from './text/normalise.js';

/** `auto` is hidden unless a reviewer says otherwise; `flag` waits for a reviewer's word. */
export type Tier = 'auto' | 'flag';

/** A stretch of a text that may identify somebody, with its provenance. Offsets are UTF-16 units of the text it was found in. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly tier: Tier;
  /** How sure, from 0 to 1. */
  readonly score: number;
  /** The recogniser's id. */
  readonly by: string;
  /** A code, with texts in the `gate` catalogue. */
  readonly why: string;
  /** A check digit, a known numbering plan or the record itself confirms it. */
  readonly validated?: boolean;
}

/** What recognisers may know beside the text. The hub knows nothing but `strict`. */
export interface RecordContext {
  /** The hub's bias: what is doubtful counts. */
  readonly strict: boolean;
  /** ISO 3166-1 alpha-3 of the record, for numbers written the national way. */
  readonly country?: string;
  /** Set when the country is to stay unknown: its name in a text gives it away. */
  readonly hidesCountry?: boolean;
  readonly names?: NameIndex;
  readonly emails?: readonly string[];
  /** Digits only. */
  readonly phones?: readonly string[];
  readonly organisations?: readonly KnownOrganisation[];
  /** Words the closed world lets through beside the public ones, folded. */
  readonly allowed?: ReadonlySet<string>;
  /** Runs of eight words of the fields that never leave. */
  readonly privateRuns?: ReadonlySet<string>;
}

/** An organisation the record names that is not a public body: its kind is published, its name is not. */
export interface KnownOrganisation {
  readonly words: readonly string[];
  readonly type: InstitutionType;
}

/** Finds one kind of thing. Pure: the same text and context give the same spans. */
export interface Recogniser {
  readonly id: string;
  readonly version: string;
  readonly scripts: readonly ('Latn' | 'Arab')[];
  find(text: NormalisedText, record: RecordContext): Span[];
}
