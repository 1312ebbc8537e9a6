import type { Language } from '@nmirf/contracts/languages/language';
import { arabic } from './sentences/arabic.js';
import { english } from './sentences/english.js';
import { french } from './sentences/french.js';
import { portuguese } from './sentences/portuguese.js';
import { spanish } from './sentences/spanish.js';

/**
 * Sentences made for training, in the manner of records of practices and of everyday letters: {P} stands for a person's full name, {G} for
 * a given name, {F} for a family name, {L} for a place, {O} for an organisation. The last ones of each language name nobody.
 */
export const SENTENCES: Readonly<Record<Language, string>> = {
  en: english,
  fr: french,
  es: spanish,
  pt: portuguese,
  ar: arabic,
};
