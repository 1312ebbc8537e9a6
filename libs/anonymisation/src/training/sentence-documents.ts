import type { Language } from '@nmirf/contracts/languages/language';
import { placeNames } from '../lexicon/place-names.js';
import type { Label, Labelled } from '../measure/labelled.js';
import { random } from '../measure/random.js';
import { inventedNames } from './invented-names.js';
import { SENTENCES } from './sentences.js';

const isArabic = (word: string): boolean => /[\u0620-\u06ff]/.test(word);
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const PLACES = placeNames.split(/\s+/).filter((word) => word.length > 2);
const ORGANISATIONS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Amnesty International',
    'the Law Society',
    'Northern Light Trust',
    'the Open Door Association',
    'Legal Aid Forum',
    'Helping Hands',
    'Radio Horizon',
  ],
  fr: [
    'l’Association Porte ouverte',
    'la Ligue des droits',
    'le Collectif Horizon',
    'Médecins du Monde',
    'le Forum des femmes',
    'Radio Lumière',
  ],
  es: ['la Asociación Puerta Abierta', 'el Colectivo Horizonte', 'la Fundación Luz', 'el Foro de Mujeres', 'Radio Aurora', 'Cáritas'],
  pt: ['a Associação Porta Aberta', 'o Coletivo Horizonte', 'a Fundação Luz', 'o Fórum das Mulheres', 'a Rádio Aurora', 'a Cáritas'],
  ar: ['جمعية الأمل', 'منتدى النساء', 'مؤسسة النور', 'منظمة العفو الدولية', 'نادي الأفق'],
};
const LABEL: Readonly<Record<string, Label>> = { P: 'person', G: 'person', F: 'person', L: 'place', O: 'organisation' };

/** How many documents are made of the sentences of a language, each with other names. */
const ROUNDS = 12;

/** The made sentences of a language, filled in and in another order each time. */
export const sentenceDocuments = (language: Language): Labelled[] =>
  Array.from({ length: ROUNDS }, (_, round) => {
    const next = random(500 + round);
    const lines = SENTENCES[language].trim().split('\n');
    for (let i = lines.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? ''];
    }
    return filled(language, lines, round, next);
  });

const filled = (language: Language, lines: readonly string[], round: number, next: () => number): Labelled => {
  const names = inventedNames(9_000 + round, language === 'ar');
  const places = PLACES.filter((place) => isArabic(place) === (language === 'ar'));
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const given = () => pick(names.given);
  const family = () => (next() < 0.2 ? `${pick(names.family)} ${pick(names.family)}` : pick(names.family));
  const fill: Readonly<Record<string, () => string>> = {
    P: () => `${given()} ${next() < 0.1 && language !== 'ar' ? `${given().charAt(0)}. ` : ''}${family()}`,
    G: given,
    F: () => pick(names.family),
    L: () => capitalised(pick(places)),
    O: () => pick(ORGANISATIONS[language]),
  };
  const entities: Labelled['entities'][number][] = [];
  let text = '';
  for (const line of lines) {
    const capitals = /^[^a-zà-ÿ]*\{/.test(line) && /[A-Z]{4}/.test(line);
    for (const part of line.split(/(\{[PGFLO]\})/)) {
      const kind = /^\{([PGFLO])\}$/.exec(part)?.[1];
      const words = kind === undefined ? part : (fill[kind]?.() ?? '');
      const start = text.length;
      text += capitals ? words.toUpperCase() : words;
      if (kind !== undefined) entities.push({ label: LABEL[kind] ?? 'other', need: 'direct', mentions: [{ start, end: text.length }] });
    }
    text += '\n';
  }
  return { id: `sentences-${language}-${String(round)}`, language, text, entities };
};
