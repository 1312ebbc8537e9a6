import type { Language } from '@nmirf/contracts/languages/language';
import { practiceRecord, type PracticeRecord } from '@nmirf/contracts/practices/record';

/** A record that says one thing, in its summary; the persons it knows are its contacts. */
export const recordSaying = (language: Language, words: string, contacts: readonly object[] = []): PracticeRecord =>
  practiceRecord.parse({
    originalLanguage: language,
    country: 'PRT',
    title: [{ language, text: '…' }],
    summary: [{ language, text: words }],
    buildingBlocks: [{ title: [{ language, text: '1' }] }],
    type: 'procedure',
    stage: 'pilot',
    from: '2019-03-01',
    contacts,
  });
