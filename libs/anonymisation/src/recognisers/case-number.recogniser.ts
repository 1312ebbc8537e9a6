import type { Recogniser, Span } from '../span.js';
import { isCnjCase } from './checks.js';
import { wordBefore } from '../text/words.js';
import { both, finder } from './found.js';
import { isPublicAct } from './public-act.js';
import { matchesOf } from '../text/matches.js';

const CNJ = /(?<!\d)\d{7}-?\d{2}\.?\d{4}\.?\d\.?\d{2}\.?\d{4}(?!\d)/g;
const ECLI = /\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}/gi;
/** The views of a treaty body on one person's communication: …/D/1234/2014. */
const VIEWS = /\b(?:CCPR|CAT|CEDAW|CERD|CRC|CRPD|CESCR|E|CED|CMW)\/C(?:\.12)?\/[\dA-Z]{1,4}\/D\/[\d-]{1,7}\/\d{4}/g;
const NUMBER = /(?:\d{1,7})(?:[/.-]\d{1,6}){0,4}(?:[/.-][A-Z]{1,6}){0,2}(?:[/.-]\d{2,4})?(?![\p{L}\p{N}])/uy;
/** What may stand between the trigger and the number: "no.", "nº", "رقم", a series letter. */
const BETWEEN = new Set('n no nos nr nrs nº núm num number numéro número registration ref عدد رقم'.split(' '));
const TRIGGERS = new Set(
  (
    'application applications appl case cases complaint petition communication docket file requête requêtes affaire affaires dossier dossiers plainte pétition causa causas ' +
    'expediente expedientes exp caso casos petición peticion demanda sumario processo processos proc autos inquérito inquerito queixa petição comunicação comunicación pourvoi ' +
    'jugement sentencia sentença acórdão acordão ملف الملف قضية القضية الطعن الشكوى شكوى البلاغ'
  ).split(' '),
);
const PAIR = /(?<![\p{L}\p{N}/.-])\d{3,6}\/(?:\d{2}|(?:19|20)\d{2})(?![\p{L}\p{N}/]|\.\d)/gu;

const found = finder('case-number', 'case-number');
const whole = (match: RegExpExecArray, why: string, tier: 'auto' | 'flag', validated = false): Span =>
  found(match.index, match.index + match[0].length, why, tier, validated);

/** Numbers of court cases, files and individual communications. Numbers of laws, decrees and resolutions are public and stay. */
export const caseNumber: Recogniser = {
  id: 'case-number',
  version: '1',
  scripts: both,
  find({ text, traits }, record) {
    if (traits.digits < 3) return [];
    const spans = [
      ...matchesOf(text, ECLI).map((match) => whole(match, 'ecli', 'auto', true)),
      ...matchesOf(text, VIEWS).map((match) => whole(match, 'views', 'auto', true)),
    ];
    for (const run of traits.runs) {
      const end = triggered(text, run);
      if (end > run) spans.push(found(run, end, 'case-trigger'));
    }
    if (traits.longestGroup >= 14) for (const match of matchesOf(text, CNJ)) spans.push(whole(match, 'cnj', 'auto', isCnjCase(match[0])));
    if (traits.joined)
      for (const match of matchesOf(text, PAIR))
        if (!isPublicAct(text, match.index))
          spans.push(whole(match, 'case-like', record.strict && !isResolution(match[0]) ? 'auto' : 'flag'));
    return spans;
  },
};

/** Where the number that begins at `start` ends when a word such as "case no." stands before it; else `start`. */
const triggered = (text: string, start: number): number => {
  let word = wordBefore(text, start);
  for (let step = 0; step < 3 && word.text !== '' && (word.text.length <= 2 || BETWEEN.has(word.text.toLowerCase())); step++)
    word = wordBefore(text, word.start);
  if (!TRIGGERS.has(word.text.toLowerCase())) return start;
  NUMBER.lastIndex = start;
  const end = start + (NUMBER.exec(text)?.[0].length ?? 0);
  return end - start > 1 ? end : start;
};

/** Resolutions of the General Assembly are written 48/134: two or three digits on both sides. */
const isResolution = (number: string): boolean => /^\d{2,3}\/\d{2,3}$/.test(number);
