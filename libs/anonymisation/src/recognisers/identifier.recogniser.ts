import type { RecordContext, Recogniser, Span } from '../span.js';
import * as check from './checks.js';
import { before, both, finder, onlyDigits } from './found.js';
import { matchesOf } from '../text/matches.js';

interface Pattern {
  readonly why: string;
  readonly pattern: RegExp;
  /** The least digits in one group for the pattern to be worth trying. */
  readonly digits: number;
  readonly valid: (match: string) => boolean;
  /** Told apart from other numbers by its check digit alone, so it is taken without a trigger word only where it is in use. */
  readonly only?: readonly string[];
}

const edge = (body: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}/])${body}(?![\\p{L}\\p{N}]|[/.-]\\d)`, 'giu');

const patterns: readonly Pattern[] = [
  { why: 'cpf', pattern: edge('\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d{2}'), digits: 11, valid: (m) => check.isCpf(onlyDigits(m)) },
  { why: 'cnpj', pattern: edge('\\d{2}\\.?\\d{3}\\.?\\d{3}/?\\d{4}-?\\d{2}'), digits: 14, valid: (m) => check.isCnpj(onlyDigits(m)) },
  { why: 'dni', pattern: edge('(?:\\d{2}\\.?\\d{3}\\.?\\d{3}|[XYZ][ -]?\\d{7})[ -]?[A-Z]'), digits: 7, valid: check.isDni },
  {
    why: 'nir',
    pattern: edge('[1-478]\\s?\\d{2}\\s?\\d{2}\\s?(?:\\d{2}|2[AB])\\s?\\d{3}\\s?\\d{3}\\s?\\d{2}'),
    digits: 10,
    valid: check.isNir,
  },
  { why: 'nif', pattern: edge('[1235689]\\d{2}\\s?\\d{3}\\s?\\d{3}'), digits: 9, valid: (m) => check.isNif(onlyDigits(m)), only: ['PRT'] },
  { why: 'citizen-card', pattern: edge('\\d{8}\\s?\\d\\s?[A-Z0-9]{2}\\d'), digits: 9, valid: check.isCitizenCard },
  { why: 'cuit', pattern: edge('(?:20|23|24|27|30|33|34)-?\\d{8}-?\\d'), digits: 11, valid: (m) => check.isCuit(onlyDigits(m)) },
  { why: 'ruc', pattern: edge('\\d{1,2}\\.?\\d{3}\\.?\\d{3}-\\d'), digits: 7, valid: check.isRuc },
  { why: 'curp', pattern: edge('[A-Z]{4}\\d{6}[HMX][A-Z]{5}[A-Z0-9]\\d'), digits: 6, valid: check.isCurp },
  { why: 'ssn', pattern: edge('(?!000|666|9\\d\\d)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}'), digits: 9, valid: () => true },
  {
    why: 'nino',
    pattern: edge('[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\\s?\\d{2}\\s?\\d{2}\\s?\\d{2}\\s?[A-D]'),
    digits: 6,
    valid: () => true,
  },
];

const TRIGGER =
  /(?:(?:^|[^\p{L}])(?:passports?|passeports?|pasaportes?|passaportes?|c[ée]dulas?(?: de identidad)?|c\.?i\.?(?:n\.?|c\.?)?|cnie|dni|nie|nif|cpf|rg|bi|niss|utente|nir|ssn|ruc|rut|cuil|curp|nino|matr[ií]culas?|immatriculation|plaque|placas?|number plate|licen[cs]e plate|identity card|id card|(?:driver'?s?|driving) licen[cs]e(?: (?:no|number))?(?: is)?|id (?:no|number)|carte (?:nationale|d'identité)[^\d]{0,30}|cart[ãa]o de cidad[ãa]o|documento de identidad|s[ée]curit[ée] sociale|seguridad social|segurança social)|جواز(?: ال?سفر)?|بطاقة(?: ال?تعريف| ال?وطنية| ال?هوية){0,3}|رقم التعريف|لوحة)[^\p{L}\d]{0,4}(?:(?:n|nr|no|nº|núm|number|numéro|número|رقم|عدد)?[.º°o:\s#]{0,5})$/iu;
const CODE = /(?<![\p{L}\p{N}/])[A-Z]{0,3}[ -]?\d(?:[ .-]?[\dA-Z]){3,14}(?![\p{L}\p{N}])/giu;
/** The Moroccan identity card: one or two letters and five to seven digits, without a check digit. */
const CIN = /(?<![\p{L}\p{N}/.-])[A-Z]{1,2}\d{5,7}(?![\p{L}\p{N}/])/gu;

const found = finder('identifier', 'identifier');

/** National identity, tax and social security numbers with their check digits, and what stands after words such as "passport". */
export const identifier: Recogniser = {
  id: 'identifier',
  version: '1',
  scripts: both,
  find({ text, traits }, record) {
    if (traits.longestGroup < 5) return [];
    const spans = patterns.flatMap((pattern) => (traits.longestGroup < pattern.digits ? [] : checked(text, pattern, record)));
    for (const match of matchesOf(text, CODE)) {
      if (TRIGGER.test(before(text, match.index, 60))) spans.push(found(match.index, match.index + match[0].length, 'identifier-trigger'));
    }
    if (traits.longestGroup >= 5)
      for (const match of matchesOf(text, CIN)) spans.push(found(match.index, match.index + match[0].length, 'cin', doubtful(record)));
    return spans;
  },
};

const doubtful = (record: RecordContext): 'auto' | 'flag' => (record.strict || record.country === 'MAR' ? 'auto' : 'flag');

const checked = (text: string, { pattern, valid, why, only }: Pattern, record: RecordContext): Span[] => {
  const spans: Span[] = [];
  for (const match of matchesOf(text, pattern)) {
    if (!valid(match[0])) continue;
    const elsewhere = only !== undefined && !only.includes(record.country ?? '');
    spans.push(found(match.index, match.index + match[0].length, why, elsewhere && !record.strict ? 'flag' : 'auto', !elsewhere));
  }
  return spans;
};
