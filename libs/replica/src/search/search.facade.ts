import { language, type Language } from '@nmirf/contracts/languages/language';
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

/** The searchable texts of something: titles and the rest by language, and every word as it stands. */
export interface SearchableTexts {
  readonly title: Partial<Record<Language, string>>;
  readonly body: Partial<Record<Language, string>>;
  readonly plain: string;
}

type Texts = readonly { readonly language: Language; readonly text: string }[];

export function searchableTexts(titles: Texts, texts: Texts): SearchableTexts {
  const [title, body] = [byLanguage(titles), byLanguage(texts)];
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

/**
 * SQL of a `tsquery` that finds the words in any of the languages; takes the placeholder of a `Sought` as JSON. Most languages bend a word
 * alike, or not at all, and then it is its own beginning: an index is asked for each word that stands here, so none stands here twice.
 */
export const queryExpression = (placeholder: string): string => {
  const words = (configuration: string) => `'(' || plainto_tsquery('${configuration}', ${placeholder}::jsonb ->> 'words')::text || ')'`;
  const queries = [
    ...language.options.map((of) => words(CONFIGURATIONS[of])),
    `to_tsquery('simple', ${placeholder}::jsonb ->> 'beginnings')::text`,
  ];
  return `(select string_agg(distinct query, ' | ')::tsquery from unnest(array[${queries.join(', ')}]) query
            where query not in ('()', ${words('simple')}))`;
};

/** One filter as SQL: `sql` takes the placeholder of its value. */
export interface Condition {
  readonly name: string;
  readonly sql: (placeholder: string) => string;
  readonly value: unknown;
}

type Test = readonly [sql: Condition['sql'], value: (given: never) => unknown];

/** How each filter of a list is asked for. */
export type Tests<Filters> = Readonly<Record<keyof Filters & string, Test>>;

const same = (given: unknown): unknown => given;
/** The given value where `sql` has its placeholder. */
export const given = (sql: Condition['sql']): Test => [sql, same];
export const equals = (column: string): Test => given((value) => `${column} = ${value}`);
export const contains = (column: string, type: string): Test => given((value) => `${column} @> array[${value}]::${type}[]`);
/** The words of a question, which `sql` takes as a `tsquery`. */
export const sought = (sql: (query: string) => string): Test => [
  (value) => sql(`(${queryExpression(value)})`),
  (words: string) => JSON.stringify(soughtIn(words)),
];

const isAsked = (name: string, value: unknown): boolean =>
  name === 'q' ? soughtIn((value as string | undefined) ?? '') !== undefined : value !== undefined && value !== '';

/** The filters that are asked for, by `tests`. */
export const conditionsOf = <Filters extends object>(tests: Tests<Filters>, filters: Filters): Condition[] =>
  (Object.keys(tests) as (keyof Filters & string)[]).flatMap((name) => {
    const [sql, value] = tests[name];
    return isAsked(name, filters[name]) ? [{ name, sql, value: value(filters[name] as never) }] : [];
  });
