import { practiceDraftRecord, practiceRecord, type PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import type { FieldError } from '@nmirf/ui/form/error-summary';
import type { TFunction } from 'i18next';

/** Fields the form can lead to, as they follow each other; anything else is said at the head of the form. */
const fields = [
  'title',
  'summary',
  'buildingBlocks',
  'country',
  'type',
  'stage',
  'from',
  'to',
  'themes',
  'affectedPersons',
  'bodies',
  'institutions',
  'results',
  'recommendations',
  'contacts',
];

/** What the schema allows to be empty and a review cannot do without. */
const missing = ({ title, summary, buildingBlocks, results, originalLanguage }: PracticeDraftRecord): readonly string[] => {
  const isWritten = (texts: PracticeDraftRecord['title']): boolean =>
    texts.some(({ language, text }) => language === originalLanguage && text.trim() !== '');
  return [
    ...(isWritten(title) ? [] : ['title']),
    ...(isWritten(summary) ? [] : ['summary']),
    ...(buildingBlocks.length > 0 && buildingBlocks.every((block) => isWritten(block.title)) ? [] : ['buildingBlocks']),
    ...(results.every(({ unit, denominator }) => unit !== 'percent' || denominator !== undefined) ? [] : ['results']),
  ];
};

/** A draft is saved as it stands; before it is sent for review it must be whole. */
export type Purpose = 'save' | 'submit';

/** What keeps a record from being saved or sent, by the shared schemas: one entry a field, in the reader's language. */
export const recordErrors = (record: PracticeDraftRecord, purpose: Purpose, t: TFunction): readonly FieldError[] => {
  const found = new Set<string>(purpose === 'submit' ? missing(record) : []);
  const parsed = (purpose === 'submit' ? practiceRecord : practiceDraftRecord).safeParse(record);
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? '');
    found.add(fields.includes(field) ? field : 'other');
  }
  return [...found]
    .sort((a, b) => fields.indexOf(a) - fields.indexOf(b))
    .map((field) => ({ id: field === 'other' ? 'editor' : field, text: t(`editor.error.${field}`) }));
};
