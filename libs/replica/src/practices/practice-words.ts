import { language, type Language } from '@nmirf/contracts/languages/language';
import type { PracticePublished } from '@nmirf/contracts/practices/published';
import { searchable } from '@nmirf/languages/search-text';

/** How PostgreSQL bends the words of each language. Another language's words are found as they stand. */
const CONFIGURATIONS: Readonly<Record<Language, string>> = {
  ar: 'arabic',
  fr: 'french',
  en: 'english',
  es: 'spanish',
  pt: 'portuguese',
};
const MOST_WORDS = 8;

/** The searchable texts of a practice: titles and the rest by language, and every word as it stands. */
export interface SearchableTexts {
  readonly title: Partial<Record<Language, string>>;
  readonly body: Partial<Record<Language, string>>;
  readonly plain: string;
}

type Texts = readonly { readonly language: Language; readonly text: string }[];

export function searchableTexts({ summary }: PracticePublished): SearchableTexts {
  const [title, body] = [
    byLanguage(summary.title),
    byLanguage([summary.summary, ...summary.buildingBlocks.map((block) => block.title)].flat()),
  ];
  return { title, body, plain: [...Object.values(title), ...Object.values(body)].join(' ') };
}

function byLanguage(texts: Texts): Partial<Record<Language, string>> {
  const found: Partial<Record<Language, string>> = {};
  for (const { language: of, text } of texts) found[of] = `${found[of] ?? ''} ${searchable(text)}`.trim();
  return found;
}

/** SQL that makes a `tsvector` of columns `title` and `body` (JSON by language) and `plain` (text); titles weigh more. */
export const wordsExpression = [
  ...language.options.flatMap((of) => [
    `setweight(to_tsvector('${CONFIGURATIONS[of]}', coalesce(title ->> '${of}', '')), 'A')`,
    `setweight(to_tsvector('${CONFIGURATIONS[of]}', coalesce(body ->> '${of}', '')), 'C')`,
  ]),
  `to_tsvector('simple', plain)`,
].join(' || ');

/** What a reader looks for, for `queryExpression`: the words, and each of them as the beginning of a word. */
export interface Sought {
  readonly words: string;
  readonly beginnings: string;
}

/** The words of a question; undefined when there is nothing in it to look for. Signs are no words. */
export function soughtIn(question: string): Sought | undefined {
  const words = (searchable(question).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
  return words.length === 0 ? undefined : { words: words.join(' '), beginnings: words.map((word) => `'${word}':*`).join(' & ') };
}

/** SQL of a `tsquery` that finds the words in any of the languages; takes the placeholder of a `Sought` as JSON. */
export const queryExpression = (placeholder: string): string =>
  [
    ...language.options.map((of) => `plainto_tsquery('${CONFIGURATIONS[of]}', ${placeholder}::jsonb ->> 'words')`),
    `to_tsquery('simple', ${placeholder}::jsonb ->> 'beginnings')`,
  ].join(' || ');
