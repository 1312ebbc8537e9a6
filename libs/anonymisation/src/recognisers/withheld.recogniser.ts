import type { EntityType } from '@nmirf/contracts/practices/report';
import { isConnector, isPublicWord, isStateWord } from '../lexicon/public-words.js';
import type { Span } from '../span.js';
import { isOrdinaryWord } from '../tagger/reading.js';
import { arabicTagger, latinTagger } from '../tagger/weights.js';
import { fold } from '../text/fold.js';
import type { NormalisedText } from '../text/normalise.js';
import { wordsOf } from '../text/words.js';
import { finder } from './found.js';
import { matchesOf } from '../text/matches.js';

/** How much of a document is withheld: `recall` rather too much, `precision` rather what surely points to somebody. */
export type Reach = 'recall' | 'precision';

const TYPES: Readonly<Record<string, EntityType>> = {
  person: 'person',
  place: 'place',
  organisation: 'organisation',
  date: 'date',
  code: 'case-number',
  trait: 'quasi',
  number: 'number',
};
/**
 * How likely anything has to be to be withheld, by what it is likeliest to be; chosen by cross-validation. Places and numbers of cases are
 * withheld at less, for nearly all of them tell; organisations and traits at more, for most are public or common.
 */
const FLOORS: Readonly<Record<Reach, Readonly<Record<string, number>>>> = {
  recall: { person: 0.02, place: 0.007, organisation: 0.06, date: 0.02, code: 0.007, trait: 0.08, number: 0.02 },
  precision: { person: 0.03, place: 0.01, organisation: 0.2, date: 0.03, code: 0.01, trait: 0.2, number: 0.03 },
};

const COUNT =
  '(?:\\d[\\d.,\\u00a0 ]*\\d|\\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|un|une|deux|trois|quatre|cinq|dix|dos|tres|cuatro|cinco|diez|dois|duas|três|quatro|dez)';
const UNIT =
  '(?:days?|weeks?|months?|years?|hours?|jours?|semaines?|mois|ans?|heures?|días?|semanas?|mes(?:es)?|años?|horas?|dias?|mês|anos?)';
const MONEY = '(?:euros?|EUR|GBP|USD|SEK|TRL|FRF|DEM|pounds?|dollars?|kron[ao]r?|francs?|livres?|libras?|dólares?|reais|pesetas?|liras?)';
const ABOUT = '(?:(?:about|approximately|around|nearly|almost|environ|près de|cerca de|aproximadamente|casi|quase)\\s)?';
const patterns: readonly (readonly [RegExp, EntityType])[] = [
  [new RegExp(`(?<![\\p{L}\\d])${COUNT}[\\s-]${UNIT}(?!\\p{L})`, 'giu'), 'date'],
  [
    new RegExp(
      `(?<![\\p{L}\\d])${ABOUT}(?:${MONEY}\\s?\\d[\\d.,]*|[€£$]\\s?\\d[\\d.,]*|\\d[\\d.,]*(?:\\s\\d{3})*\\s(?:\\p{L}+\\s)?${MONEY}(?!\\p{L}))`,
      'giu',
    ),
    'number',
  ],
  [/(?<![\p{L}\d.,])\d[\d.,]*\s?(?:%|per cent|pour cent|por ciento|por cento)/giu, 'number'],
  [/(?<!\d)(?:1[89]|20)\d\d(?!\d)/gu, 'date'],
  [/(?<!\p{L})(?:(?:first|second) half|beginning|middle|end) of (?:1[89]|20)\d\d(?!\d)/giu, 'date'],
  [/(?<!\p{L})(?:between|entre)\s[^.;\n]{2,30}\s(?:and|et|y|e)\s[^.;\n]{0,20}\d{4}/giu, 'date'],
  [/(?<!\p{L})\p{Lu}\p{L}{3,}(?=\s(?:nationals?|citizens?|origin)(?!\p{L}))/gu, 'quasi'],
];
/** What somebody is beside the word that says of where: it tells little more, and is withheld where rather too much is. */
const OF_WHERE = /(?<=(?<!\p{L})\p{Lu}\p{L}{3,30}\s)(?:nationals?|citizens?)(?!\p{L})/gu;
const found = Object.fromEntries([...new Set(Object.values(TYPES))].map((type) => [type, finder('withheld', type)]));

/** All that a court would withhold beside names and contacts: dates, durations, amounts, places, organisations, what a person is. */
export const withheld = (text: NormalisedText, reach: Reach): Span[] => {
  const tagged = [latinTagger(), ...(text.traits.arabic ? [arabicTagger()] : [])].flatMap((tagger) =>
    tagger.judge(text.text).something((tag) => FLOORS[reach][tag] ?? 1),
  );
  const spans = tagged
    .filter(({ tag, start, end }) => (reach === 'recall' ? isNoState : isTelling)(tag, text.text.slice(start, end)))
    .map(({ tag, start, end }) => spanOf(TYPES[tag] ?? 'quasi', start, end));
  const wanted = reach === 'recall' ? [...patterns, [OF_WHERE, 'quasi'] as const] : patterns;
  const matched = wanted.flatMap(([pattern, type]) =>
    matchesOf(text.text, pattern).map(({ index, 0: match }) => spanOf(type, index, index + match.length)),
  );
  return [...spans, ...matched];
};

const spanOf = (type: EntityType, start: number, end: number): Span =>
  found[type]?.(start, end, 'withheld') ?? finder('withheld', type)(start, end, 'withheld');

/** Organs of States, courts and their parts, in four languages. */
const ORGAN =
  /(?<!\p{L})(?:court|courts|cour|corte|tribunal|tribunals|tribunaux|tribunales|government|gouvernement|gobierno|governo|kingdom|royaume|reino|republic|république|república|ministry|minist[eèé]r\p{L}*|council|conseil|consejo|conselho|directorate|direction|dirección|direção|department|département|departamento|municipality|municipalité|commission|comisión|comissão|parliament|office|prosecutor|procureur|fiscalía|police|board|committee|comité|state|état|estado|union|assembly|chamber|prison)(?!\p{L})/iu;

const GOVERNMENTS = new Set(['government', 'gouvernement', 'gobierno', 'governo']);
const REALMS = new Set('kingdom republic royaume republique reino republica great northern britain'.split(' '));

/** Anything but the government of a State and a State's long name, the party to a case that everybody knows. */
const isNoState = (tag: string, name: string): boolean => {
  if (tag !== 'organisation') return true;
  const words = wordsOf(name).map(({ text }) => fold(text));
  const own = words.filter((word) => !isConnector(word));
  if (own.length === 2 && own.some((word) => GOVERNMENTS.has(word))) return false;
  return own.length < 3 || !own.every((word) => isStateWord(word) || GOVERNMENTS.has(word) || REALMS.has(word));
};

/** Courts, States and ministries are public; a place or an organisation with a name of its own points to somebody. */
const isTelling = (tag: string, words: string): boolean => {
  if (tag === 'organisation' && ORGAN.test(words)) return false;
  if (!['place', 'organisation', 'trait'].includes(tag)) return true;
  return wordsOf(words).some(({ text: word }) => word.length > 2 && !isPublicWord(fold(word)) && !isOrdinaryWord(fold(word)));
};
