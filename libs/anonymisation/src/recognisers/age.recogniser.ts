import type { Recogniser, Span } from '../span.js';
import { both, finder } from './found.js';
import { matchesOf } from '../text/matches.js';

const N = '(\\d{1,3})';
const PERSON =
  '(?:mujer|hombre|niñ[ao]|joven|adolescente|persona|señor|señora|anciano|anciana|mulher|homem|menin[ao]|jovem|rapaz|rapariga|pessoa|criança|idos[ao])';
const patterns = [
  `(?<!\\p{L})aged\\s+${N}`,
  // The age of majority is a rule, not somebody's age.
  `(?<!(?:below|under|until|over|above|before|after|from)\\s(?:the\\s)?)(?<!\\p{L})age\\s+of\\s+(?!18(?!\\d))${N}`,
  `${N}[ -]years?[ -](?:old|of age)`,
  `(?<!\\p{L})âgée?s?\\s+(?:de|d')\\s?${N}\\s+ans`,
  `,\\s*${N}\\s+(?:ans|años|anos)(?=\\s?[,.;)])`,
  `${N}\\s+años\\s+de\\s+edad`,
  `${PERSON}\\s+de\\s+${N}\\s+a[ñn]os`,
  `(?<!\\p{L})com\\s+${N}\\s+anos(?!\\s+de\\s+(?:experi|serviço|exist))`,
  `${N}\\s+anos\\s+de\\s+idade`,
  `(?:عمره|عمرها|البالغة?(?:\\s+من\\s+العمر)?|يبلغ\\s+من\\s+العمر|تبلغ\\s+من\\s+العمر)\\s+${N}`,
  `${N}\\s+(?:سنة|عاما|عاماً)\\s+من\\s+(?:العمر|عمره|عمرها)`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** "Under 18 years old" is a rule about many, not the age of one. */
const LIMIT =
  /(?:(?<!\p{L})(?:under|over|below|above|than|least|moins de|plus de|moins|menor(?:es)? de|mayor(?:es)? de|más de|mais de|menos de|maior(?:es)? de|between|entre|أقل من|أكثر من|فوق|دون)|\d\s?(?:and|to|et|y|e|à|a|-))\s*$/iu;
const RANGE = /^\s?(?:-|to|and|à|et|a|y|e|إلى)\s?\d/iu;

/** A first look at the surroundings of each number, so that the patterns run only where they may match. */
const NEAR = /year|age(?:d| of)|ans(?!\p{L})|años|anos|عمر|سنة|عاما|يبلغ|تبلغ|بالغ/iu;

const found = finder('age', 'age');

/** A person's age, which becomes a band of ten years. The span is the number alone. */
export const age: Recogniser = {
  id: 'age',
  version: '1',
  scripts: both,
  find({ text, traits }) {
    if (!traits.runs.some((run) => NEAR.test(text.slice(Math.max(0, run - 30), run + 14)))) return [];
    const spans: Span[] = [];
    for (const pattern of patterns) {
      for (const match of matchesOf(text, pattern)) {
        const start = match.index + match[0].indexOf(match[1] ?? '');
        const end = start + (match[1]?.length ?? 0);
        if (LIMIT.test(text.slice(Math.max(0, start - 20), start)) || RANGE.test(text.slice(end, end + 8))) continue;
        if (Number(match[1]) <= 120) spans.push(found(start, end, 'age'));
      }
    }
    return spans;
  },
};
