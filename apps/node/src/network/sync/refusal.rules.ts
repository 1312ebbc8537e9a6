import type { ProblemDocument } from '@nmirf/contracts/http/problem';
import type { Language } from '@nmirf/contracts/languages/language';
import type { RefusedPlace } from '@nmirf/contracts/practices/refusal';
import { problemTexts } from '@nmirf/languages/catalogue';

/** A refusal in the reader's language: the hub signs codes and places, the words are the node's. */
export const refusalIn = (language: Language, problem: ProblemDocument): ProblemDocument => {
  const texts = problemTexts(language, problem.code);
  const errors = problem.errors?.map((error) => ({ ...error, detail: problemTexts(language, error.code)?.title ?? error.detail }));
  return {
    ...problem,
    ...(texts && { title: texts.title }),
    ...(texts?.detail !== undefined && { detail: texts.detail }),
    ...(errors && { errors }),
  };
};

const step = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** The text at a path of a summary: a list of texts in several languages, or one text. */
const textAt = (summary: unknown, path: string, language: string | undefined): string | undefined => {
  const found = path.split('.').reduce(step, summary);
  if (!Array.isArray(found)) return typeof found === 'string' ? found : undefined;
  const entry: unknown = found.find((text) => step(text, 'language') === language);
  const text = step(entry, 'text');
  return typeof text === 'string' ? text : undefined;
};

/** Words of a text, with what stands before and after them. */
export type Stretch = NonNullable<RefusedPlace['stretch']>;

const AROUND = 24;

/** What stands at each refused place of a message's data, as it was sent; undefined where a place is no stretch of a text. */
export const refusedStretches = (data: string, { errors = [] }: ProblemDocument): (Stretch | undefined)[] => {
  const summary = step(JSON.parse(data), 'summary');
  return errors.map(({ path, language, start, end }) => {
    const text = textAt(summary, path, language);
    if (text === undefined || start === undefined || end === undefined) return undefined;
    return { before: text.slice(Math.max(0, start - AROUND), start), words: text.slice(start, end), after: text.slice(end, end + AROUND) };
  });
};

/** The words alone; empty where a place is no stretch of a text. */
export const refusedWords = (data: string, problem: ProblemDocument): string[] =>
  refusedStretches(data, problem).map((stretch) => stretch?.words ?? '');
