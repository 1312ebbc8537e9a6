import type { Language } from '@nmirf/contracts/languages/language';
import { practiceDraftRecord, type PracticeDraftRecord } from '@nmirf/contracts/practices/record';

export type Texts = PracticeDraftRecord['title'];
export type Block = PracticeDraftRecord['buildingBlocks'][number];

export const textIn = (texts: Texts, language: Language): string => texts.find((entry) => entry.language === language)?.text ?? '';

/** The texts with one language's changed; an emptied text leaves the list. Typing makes a text a person's own. */
export const withText = (texts: Texts, language: Language, text: string): Texts => {
  const others = texts.filter((entry) => entry.language !== language);
  return text === '' ? others : [...others, { language, text, provenance: 'human' as const }];
};

/** Languages in which anything public is written. */
export const writtenLanguages = (record: PracticeDraftRecord): ReadonlySet<Language> =>
  new Set(
    [...record.title, ...record.summary, ...record.buildingBlocks.flatMap((block) => [...block.title, ...block.description])].map(
      ({ language }) => language,
    ),
  );

export const emptyBlock: Block = { title: [], description: [], enablingFactors: [], lessons: [], dependencies: [] };

/** A record to start from. The State may still be unknown, which the schema would refuse; it is asked for before saving. */
export const emptyRecord = (originalLanguage: Language, country: string): PracticeDraftRecord => ({
  ...practiceDraftRecord.parse({ originalLanguage, country: 'XXX' }),
  country,
});

/** The lines of a text area as a list; a comma parts as well. */
export const toList = (text: string): string[] =>
  text
    .split(/[\n,،]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
