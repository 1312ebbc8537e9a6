import { practiceRecord, type PracticeRecord } from '@nmirf/contracts/practices/record';
import type { FieldError } from '@nmirf/ui/form/error-summary';
import type { TFunction } from 'i18next';

/** Fields the form can lead to; anything else is said at the head of the form. */
const fields = new Set([
  'title',
  'country',
  'from',
  'to',
  'contacts',
  'institutions',
  'results',
  'recommendations',
  'themes',
  'bodies',
  'affectedPersons',
]);

/** What keeps a record from being saved, by the shared schema: one entry a field, in the reader's language. */
export const recordErrors = (record: PracticeRecord, t: TFunction): readonly FieldError[] => {
  const found = new Set<string>();
  if (!record.title.some(({ language }) => language === record.originalLanguage)) found.add('title');
  const parsed = practiceRecord.safeParse(record);
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? '');
    found.add(fields.has(field) ? field : 'other');
  }
  return [...found].map((field) => ({ id: field === 'other' ? 'editor' : field, text: t(`editor.error.${field}`) }));
};
