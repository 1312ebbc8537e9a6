import { readCorpus } from '../measure/corpus.js';
import type { Label, Labelled } from '../measure/labelled.js';
import type { TrainingSet } from './lines.js';
import { sentenceDocuments } from './sentence-documents.js';

/** The text of a file of the data folder, by its path in there. */
export type Read = (path: string) => string;

const NUMBER = /\b(\d{3,6})\s?\/\s?(\d{2})\b/g;
const numbersIn = (text: string): string[] => [...text.matchAll(NUMBER)].map(([, number = '', year = '']) => `${number}/${year}`);

/** The judgments of a set of columns, each as its own piece of the source. */
const judgmentsOf = (source: string): string[] => source.split(/^(?=(?:PROCÉDURE|PROCEDIMIENTO)\b)/mu);
const plain = (source: string): string => source.replace(/[ \t]\S+$/gm, '').replace(/\s+/g, ' ');

const labels = (...used: Label[]): ReadonlySet<Label> => new Set(used);
const TAB_LABELS = labels('person', 'place', 'organisation', 'date', 'code', 'trait', 'number');
const COURT = [
  ['fr', 'manual'],
  ['fr', 'reviewed'],
  ['fr', 'projected'],
  ['es', 'manual'],
  ['es', 'reviewed'],
  ['es', 'projected'],
] as const;

/**
 * What the Latin tagger is trained on. The French and Spanish judgments are translations of cases that TAB has in English: a judgment
 * whose application number stands in any part that is measured on is left out.
 */
export const latinSets = (read: Read): TrainingSet[] => {
  const tab = readCorpus('tab', read('en/tab.train-dev.jsonl'), 'en');
  const measured = new Set([
    ...tab.filter(({ id }) => id.startsWith('dev')).flatMap(({ text }) => numbersIn(text)),
    ...COURT.flatMap(([language, quality]) =>
      judgmentsOf(read(court(language, quality, 'dev'))).flatMap((text) => numbersIn(plain(text).slice(0, 2_000))),
    ),
  ]);
  const clean = (text: string): boolean => !numbersIn(plain(text).slice(0, 1_500)).some((number) => measured.has(number));
  const judgments = COURT.map(([language, quality]): TrainingSet => {
    const kept = judgmentsOf(read(court(language, quality, 'train'))).filter(clean);
    return {
      documents: kept.flatMap((source) => readCorpus('conll', source, language)),
      // Persons only: the three qualities annotate other things by different rules.
      labels: quality === 'manual' ? labels('person', 'place', 'date', 'code', 'number') : TAB_LABELS,
    };
  });
  const english: TrainingSet = { documents: tab.filter(({ id }) => id.startsWith('train')), labels: TAB_LABELS };
  const portuguese: TrainingSet = {
    documents: readCorpus('conll', read('pt/lener_br.train.conll'), 'pt'),
    labels: labels('person', 'place', 'organisation', 'date'),
  };
  const made: TrainingSet = {
    documents: (['en', 'fr', 'es', 'pt'] as const).flatMap(sentenceDocuments),
    labels: labels('person', 'place', 'organisation'),
  };
  return [english, english, ...judgments, portuguese, made];
};

const court = (language: string, quality: string, part: string): string => `${language}/echr_${language}.${quality}.${part}.tsv`;

/** What the Arabic tagger is trained on: nine tenths of the news; figures are measured on the rest. */
export const arabicSets = (read: Read): TrainingSet[] => {
  const news = readCorpus('conll', read('ar/anercorp.train.txt'), 'ar');
  const documents: readonly Labelled[] = news.slice(0, Math.floor(news.length * 0.9));
  const used = labels('person', 'place', 'organisation');
  return [
    { documents, labels: used },
    { documents: sentenceDocuments('ar'), labels: used },
  ];
};
