import type { Language } from '@nmirf/contracts/languages/language';
import { readCorpus } from './corpus.js';
import type { Format, Labelled } from './labelled.js';

/** A set that figures are measured on while the engine is made. Nothing of it is trained on. */
export interface DevSet {
  readonly name: string;
  readonly file: string;
  readonly format: Format;
  readonly language: Language;
  /** Which part of the file, where a file holds more. */
  readonly part?: (documents: readonly Labelled[]) => readonly Labelled[];
}

/** The last tenth of the Arabic news: the tagger is trained on the rest. */
const lastTenth = (documents: readonly Labelled[]): readonly Labelled[] => documents.slice(Math.floor(documents.length * 0.9));

/** Paths inside the data folder. */
export const DEV_SETS: readonly DevSet[] = [
  {
    name: 'TAB dev',
    file: 'en/tab.train-dev.jsonl',
    format: 'tab',
    language: 'en',
    part: (documents) => documents.filter(({ id }) => id.startsWith('dev')),
  },
  { name: 'Presidio', file: 'en/presidio_generated_small.json', format: 'presidio', language: 'en' },
  { name: 'WNUT17', file: 'en/wnut17.test.conll', format: 'conll', language: 'en' },
  { name: 'ECHR fr manual', file: 'fr/echr_fr.manual.dev.tsv', format: 'conll', language: 'fr' },
  { name: 'ECHR fr reviewed', file: 'fr/echr_fr.reviewed.dev.tsv', format: 'conll', language: 'fr' },
  { name: 'ECHR fr projected', file: 'fr/echr_fr.projected.dev.tsv', format: 'conll', language: 'fr' },
  { name: 'ECHR es manual', file: 'es/echr_es.manual.dev.tsv', format: 'conll', language: 'es' },
  { name: 'ECHR es reviewed', file: 'es/echr_es.reviewed.dev.tsv', format: 'conll', language: 'es' },
  { name: 'ECHR es projected', file: 'es/echr_es.projected.dev.tsv', format: 'conll', language: 'es' },
  { name: 'LeNER-Br dev', file: 'pt/lener_br.dev.conll', format: 'conll', language: 'pt' },
  { name: 'HAREM', file: 'pt/first_harem.txt', format: 'harem', language: 'pt' },
  { name: 'ANERcorp last tenth', file: 'ar/anercorp.train.txt', format: 'conll', language: 'ar', part: lastTenth },
];

export const documentsOf = ({ format, language, part }: DevSet, source: string): readonly Labelled[] => {
  const documents = readCorpus(format, source, language);
  return part ? part(documents) : documents;
};
