import { createHash } from 'node:crypto';
import type { Language } from '@nmirf/contracts/languages/language';
import type { Finding } from '@nmirf/contracts/practices/authoring';
import { ARABIC_ORIGINS, LATIN_ORIGINS, type NameList } from './measure/names-by-origin.js';
import { random } from './measure/random.js';
import { placeholder } from './policy/placeholders.js';
import { keyOf } from './text-gate.js';
import { fold } from './text/fold.js';
import { wordsOf } from './text/words.js';

/** A name that nobody gave, put before one reviewer to see whether it is noticed. It stands in no record and is never published. */
export interface PlantedName {
  readonly name: string;
  readonly language: Language;
  /** The text as the reviewer is to see it: what was written, and a sentence with the name behind it. */
  readonly shown: string;
  /** That sentence as it would be published while nobody has decided. */
  readonly hidden: string;
  /** Looks like what the gate finds by itself. */
  readonly finding: Omit<Finding, 'detail'>;
}

const SENTENCES: Readonly<Record<Language, readonly string[]>> = {
  en: ['The first version was tried out together with #.', 'Questions about the form are answered by #.', 'The idea came from #.'],
  fr: ['La première version a été essayée avec #.', 'Les questions sur le formulaire sont traitées par #.', 'L’idée est venue de #.'],
  es: ['La primera versión se probó junto con #.', 'Las preguntas sobre el formulario las responde #.', 'La idea surgió de #.'],
  pt: ['A primeira versão foi experimentada com #.', 'As perguntas sobre o formulário são respondidas por #.', 'A ideia partiu de #.'],
  ar: ['جُرِّبت النسخة الأولى مع #.', 'يجيب # عن الأسئلة المتعلقة بالاستمارة.', 'جاءت الفكرة من #.'],
};
const FOUND_BY = { ar: { by: 'tagger', why: 'tagger-doubt' }, other: { by: 'closed-world', why: 'closed-world' } } as const;
const TRIES = 20;

/**
 * The name planted in `text` for one draw, or none: one draw in `oneIn` has one, and 0 stands for none at all. Pure: the same draw gives the
 * same name wherever it is asked for, so that none has to be kept.
 */
export const plantedName = (draw: string, oneIn: number, text: string, language: Language): PlantedName | undefined => {
  const digest = createHash('sha256').update(draw).digest();
  if (oneIn === 0 || digest.readUInt32BE(0) % oneIn !== 0) return undefined;
  const next = random(digest.readInt32BE(4));
  const name = nameFor(language, text, next);
  if (name === undefined) return undefined;
  const sentence = pick(SENTENCES[language], next);
  const written = text.trimEnd();
  const start = written.length + 1 + sentence.indexOf('#');
  const { by, why } = language === 'ar' ? FOUND_BY.ar : FOUND_BY.other;
  const key = keyOf('summary', language, by, name, new Map());
  return {
    ...{ name, language },
    shown: `${written} ${sentence.replace('#', name)}`,
    hidden: sentence.replace('#', placeholder('unknown', language)),
    finding: { key, path: 'summary', language, start, end: start + name.length, text: name, type: 'unknown', tier: 'flag', by, why },
  };
};

const pick = <Value>(values: readonly [Value, ...Value[]] | readonly Value[], next: () => number): Value =>
  values[Math.floor(next() * values.length)]!;

/** A given name and a family name, neither of which the text has already. */
const nameFor = (language: Language, text: string, next: () => number): string | undefined => {
  const written = new Set(wordsOf(text).map((word) => fold(word.text)));
  const origins: readonly NameList[] = Object.values(language === 'ar' ? ARABIC_ORIGINS : LATIN_ORIGINS);
  for (let tries = 0; tries < TRIES; tries++) {
    const { given, family } = pick(origins, next);
    const name = `${pick(given, next)} ${pick(family, next)}`;
    if (wordsOf(name).every((word) => !written.has(fold(word.text)))) return name;
  }
  return undefined;
};
