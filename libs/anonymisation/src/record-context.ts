import type { PracticeRecord } from '@nmirf/contracts/practices/record';
import type { InstitutionType } from '@nmirf/contracts/practices/summary';
import { privateFields } from './policy/policy.js';
import { NameIndex } from './recognisers/name-index.js';
import { runsOf } from './recognisers/private-run.recogniser.js';
import type { RecordContext } from './span.js';
import { fold } from './text/fold.js';
import { wordsOf } from './text/words.js';

type Multilingual = PracticeRecord['title'];

/** Organisations of people rather than of the State: their names are not published. */
const unpublished: ReadonlySet<InstitutionType> = new Set(['civil-society', 'academia']);
const foldedWords = (text: string): string[] => wordsOf(text).map((word) => fold(word.text));
const plain = (texts: Multilingual): string[] => texts.map(({ text }) => text);

/** Every text of a record that is meant for the public. */
export const publicTexts = (record: PracticeRecord): Multilingual => [
  ...record.title,
  ...record.summary,
  ...record.buildingBlocks.flatMap(({ title, description }) => [...title, ...description]),
  ...record.results.flatMap(({ indicator }) => indicator),
];

/** Every text of a record that never leaves the mechanism. */
const privateTexts = (record: PracticeRecord): string[] => [
  ...privateFields.flatMap((field) => plain(record[field])),
  ...record.buildingBlocks.flatMap(({ enablingFactors, lessons, dependencies }) => [
    ...plain(enablingFactors),
    ...plain(lessons),
    ...plain(dependencies),
  ]),
  ...record.results.map(({ evidence }) => evidence ?? ''),
  record.internalNotes,
];

/** What a node knows beside the record. */
interface Known {
  readonly persons: readonly string[];
  readonly publicNames: readonly string[];
  readonly allowedWords?: readonly string[];
}

/** What recognisers may know of a record: its people, contacts and organisations, its own vocabulary, its confidential narrative. */
export const recordContext = (record: PracticeRecord, { persons, publicNames, allowedWords = [] }: Known): RecordContext => {
  const organisations = record.institutions
    .filter(({ type }) => unpublished.has(type))
    .map(({ name, type }) => ({ words: foldedWords(name), type }))
    .filter(({ words }) => words.length > 0);
  return {
    strict: false,
    country: record.country,
    hidesCountry: record.attribution === 'region',
    names: new NameIndex([...record.contacts.map(({ name }) => name), ...persons]),
    emails: record.contacts.flatMap(({ email }) => (email === undefined || email === '' ? [] : [email.toLowerCase()])),
    phones: record.contacts.map(({ phone }) => (phone ?? '').normalize('NFKC').replace(/\D/g, '')).filter(({ length }) => length >= 6),
    organisations,
    allowed: new Set([...wordsAllowedBy(record, publicNames), ...allowedWords]),
    privateRuns: new Set(privateTexts(record).flatMap(runsOf)),
  };
};

/** Words that are no names here: written in lower case somewhere in the record, or part of the name of a public body or system. */
const wordsAllowedBy = (record: PracticeRecord, publicNames: readonly string[]): ReadonlySet<string> => {
  const bodies = record.institutions.filter(({ type }) => !unpublished.has(type)).map(({ name }) => name);
  return allowedWords([...plain(publicTexts(record)), ...privateTexts(record)], [...publicNames, ...record.informationSystems, ...bodies]);
};

/** The words of texts that stand there in lower case, and the words of names that are public, folded. */
export const allowedWords = (texts: readonly string[], publicNames: readonly string[]): ReadonlySet<string> => {
  const lower = texts.flatMap((text) => wordsOf(text).filter((word) => word.text === word.text.toLowerCase()));
  return new Set([...lower.map(({ text }) => fold(text)), ...publicNames.flatMap(foldedWords)]);
};
