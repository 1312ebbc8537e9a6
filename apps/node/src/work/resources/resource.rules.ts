import { type ResourceRecord } from '@nmirf/contracts/resources/authoring';
import { resourceLink } from '@nmirf/contracts/resources/resource';
import { type Fault, Problem } from '@nmirf/platform/http/problem';

const required = (path: string): Fault => ({ path, code: 'field/required' });

/** What a resource still lacks, each field by its path. Empty when it may be submitted. */
export const faultsIn = ({ originalLanguage, title, summary, languages, files, audience, link = '' }: ResourceRecord): Fault[] => {
  const inOriginal = (texts: ResourceRecord['title']): boolean =>
    texts.some(({ language, text }) => language === originalLanguage && text.trim() !== '');
  return [
    ...(inOriginal(title) ? [] : [required('title')]),
    ...(inOriginal(summary) ? [] : [required('summary')]),
    ...(languages.length > 0 ? [] : [required('languages')]),
    ...(audience.length > 0 ? [] : [required('audience')]),
    ...(files.length > 0 || link !== '' ? [] : [required('files')]),
    ...(link === '' || resourceLink.safeParse(link).success ? [] : [{ path: 'link', code: 'field/not-an-address' }]),
  ];
};

/** Throws `resource/incomplete`, which names every field that is not ready. */
export const assertComplete = (record: ResourceRecord): void => {
  const faults = faultsIn(record);
  if (faults.length > 0) throw new Problem('resource/incomplete', 422, {}, { errors: faults });
};

/** The title a list shows: the original language's, else any there is. */
export const titleOf = ({ title, originalLanguage }: Pick<ResourceRecord, 'title' | 'originalLanguage'>) => {
  const written = title.filter(({ text }) => text.trim() !== '');
  const own = written.find(({ language }) => language === originalLanguage) ?? written[0];
  // PostgreSQL's text takes every character but this one.
  return { title: (own?.text ?? '').replaceAll('\0', ''), titleLanguage: own?.language ?? originalLanguage };
};
