import type { Recogniser, Span } from '../span.js';
import { isCnjCase } from './checks.js';
import { before, both, finder } from './found.js';
import { isPublicAct } from './public-act.js';

const CNJ = /(?<!\d)\d{7}-?\d{2}\.?\d{4}\.?\d\.?\d{2}\.?\d{4}(?!\d)/g;
const ECLI = /\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}/gi;
/** The views of a treaty body on one person's communication: …/D/1234/2014. */
const VIEWS = /\b(?:CCPR|CAT|CEDAW|CERD|CRC|CRPD|CESCR|E|CED|CMW)\/C(?:\.12)?\/[\dA-Z]{1,4}\/D\/[\d-]{1,7}\/\d{4}/g;
const NUMBERED =
  /(?<![\p{L}\p{N}/])(?:[A-Z]{1,4}[-/.]?)?\d{1,7}(?:[/.-]\d{1,6}){0,4}(?:[/.-][A-Z]{1,6}){0,2}(?:[/.-]\d{2,4})?(?![\p{L}\p{N}])/gu;
const TRIGGER =
  /(?:(?:^|[^\p{L}])(?:applications?|appl|case|cases|complaint|petition|communication|docket|file|requêtes?|affaires?|dossiers?|plainte|pétition|causas?|expedientes?|exp|casos?|petici[oó]n|demanda|sumario|processos?|proc|autos|inqu[ée]rito|queixa|peti[cç][aã]o|comunica(?:ción|ção)|pourvoi|jugement|sentencia|senten[cç]a|ac[oó]rd[aã]o)|ملف|الملف|قضية|القضية|الطعن|الشكوى|شكوى|البلاغ)[^\p{L}\d]{0,3}(?:(?:nos?|nrs?|nºs?|núm|number|numéro|número|registration|عدد|رقم|ref)[.º°\s:#]{0,4}){0,2}$/iu;
const PAIR = /(?<![\p{L}\p{N}/.-])\d{3,6}\/(?:\d{2}|(?:19|20)\d{2})(?![\p{L}\p{N}/]|\.\d)/gu;

const found = finder('case-number', 'case-number');
const all = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)];
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
      ...all(text, ECLI).map((match) => whole(match, 'ecli', 'auto', true)),
      ...all(text, VIEWS).map((match) => whole(match, 'views', 'auto', true)),
    ];
    for (const match of all(text, NUMBERED))
      if (match[0].length > 1 && TRIGGER.test(before(text, match.index, 45))) spans.push(whole(match, 'case-trigger', 'auto'));
    if (traits.longestGroup >= 14) for (const match of all(text, CNJ)) spans.push(whole(match, 'cnj', 'auto', isCnjCase(match[0])));
    if (traits.joined)
      for (const match of all(text, PAIR))
        if (!isPublicAct(text, match.index))
          spans.push(whole(match, 'case-like', record.strict && !isResolution(match[0]) ? 'auto' : 'flag'));
    return spans;
  },
};

/** Resolutions of the General Assembly are written 48/134: two or three digits on both sides. */
const isResolution = (number: string): boolean => /^\d{2,3}\/\d{2,3}$/.test(number);
