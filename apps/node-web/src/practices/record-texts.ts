import type { Language, Provenance } from '@nmirf/contracts/languages/language';
import { practiceDraftRecord, type PracticeDraftRecord } from '@nmirf/contracts/practices/record';

export type Texts = PracticeDraftRecord['title'];
export type Block = PracticeDraftRecord['buildingBlocks'][number];

export const textIn = (texts: Texts, language: Language): string => texts.find((entry) => entry.language === language)?.text ?? '';

/** The texts with one language's changed; an emptied text leaves the list. Typing makes a text a person's own. */
export const withText = (texts: Texts, language: Language, text: string): Texts => {
  const others = texts.filter((entry) => entry.language !== language);
  return text === '' ? others : [...others, { language, text, provenance: 'human' as const }];
};

const publicTexts = ({ title, summary, buildingBlocks }: PracticeDraftRecord): Texts => [
  ...title,
  ...summary,
  ...buildingBlocks.flatMap((block) => [...block.title, ...block.description]),
];

/**
 * Where what the public will read in a language comes from; undefined where nothing is written. A machine's text is a machine's as long
 * as any of it is; official is only what is official as a whole.
 */
export const provenanceIn = (record: PracticeDraftRecord, language: Language): Provenance | undefined => {
  const found = publicTexts(record).filter((text) => text.language === language);
  if (found.length === 0) return undefined;
  if (found.some(({ provenance }) => provenance === 'machine')) return 'machine';
  return found.every(({ provenance }) => provenance === 'official') ? 'official' : 'human';
};

export const emptyBlock: Block = { title: [], description: [], enablingFactors: [], lessons: [], dependencies: [] };

/** Stands for a State that is not known yet where the schema asks for one; ISO 3166 gives it to nobody. */
export const SOME_COUNTRY = 'ZZZ';

/** A record to start from. The State may still be unknown, which the schema would refuse; it is asked for before saving. */
export const emptyRecord = (originalLanguage: Language, country: string): PracticeDraftRecord => ({
  ...practiceDraftRecord.parse({ originalLanguage, country: SOME_COUNTRY }),
  country,
});

/** Terms that stand one a line, as a list. */
export const toList = (text: string): string[] =>
  text
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '');
