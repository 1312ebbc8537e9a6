import { addPractice, readOwnPractice, savePractice } from '@nmirf/api-client/practices';
import type { PracticeView } from '@nmirf/contracts/practices/authoring';
import { practiceDraftRecord, type PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import type { WrittenKind } from '../editor/use-editor.js';
import { SOME_COUNTRY } from './record-texts.js';

const isWhole = (record: PracticeDraftRecord): boolean => practiceDraftRecord.safeParse(record).success;

/** Practices, as the editor writes them. */
export const practiceKind: WrittenKind<PracticeDraftRecord, PracticeView> = {
  name: 'practice',
  isWhole,
  // The State may still be unknown in a new practice.
  isOurs: (record) => isWhole({ ...record, country: record.country === '' ? SOME_COUNTRY : record.country }),
  add: addPractice,
  save: savePractice,
  read: readOwnPractice,
  shownIn: ['practices', 'review'],
};
