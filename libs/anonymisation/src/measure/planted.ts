import { type Language, languages } from '@nmirf/contracts/languages/language';
import { practiceRecord } from '@nmirf/contracts/practices/record';
import { FEW_ALIKE, type GateContext, prepare } from '../gate.js';
import { secondCheck } from '../second-check.js';
import { ARABIC_ORIGINS, LATIN_ORIGINS, type NameList } from './names-by-origin.js';
import { random } from './random.js';

/** How many names were planted for one origin, and how many left the mechanism and were taken by the hub. */
export interface PlantedFigure {
  readonly origin: string;
  readonly planted: number;
  /** Neither hidden nor held up: published without anybody having been asked. */
  readonly past: number;
  /** Hidden by the engine itself, before any reviewer. */
  readonly hidden: number;
}

const CARRIERS: Readonly<Record<Language, readonly string[]>> = {
  en: ['The list is kept by # since 2019.', '# proposed the new procedure.', 'Training was given together with # and the unit.'],
  fr: ['La liste est tenue par # depuis 2019.', '# a proposé la nouvelle procédure.', 'La formation a été donnée avec # et la cellule.'],
  es: ['La lista la lleva # desde 2019.', '# propuso el nuevo procedimiento.', 'La formación se dio junto con # y la unidad.'],
  pt: ['A lista é mantida por # desde 2019.', '# propôs o novo procedimento.', 'A formação foi dada com # e a unidade.'],
  ar: ['تولى # إعداد القائمة منذ سنة 2019.', 'قال # إن الإجراء الجديد مفيد.', 'نظم التدريب مع # والوحدة.'],
};
const context: GateContext = { region: 'europe', persons: [], publicNames: [], released: [], reviewers: [] };
/** How alike practices are is no matter here. */
const decisions = [{ key: FEW_ALIKE, decision: 'generalise' as const }];
const text = (language: Language, words: string) => ({ language, text: words });

/** Plants names nobody has told the node of in `each` practices of each origin and language, and tries to publish them. */
export const plant = (each: number): PlantedFigure[] =>
  [...origins()].map(([origin, lists]) => {
    const results = languages.flatMap((language) => Array.from({ length: each }, (_, i) => attempt(language, lists(language), i)));
    return {
      origin,
      planted: results.length,
      past: results.filter((result) => result === 'past').length,
      hidden: results.filter((result) => result === 'hidden').length,
    };
  });

const origins = (): Map<string, (language: Language) => NameList> => {
  const arabic = Object.values(ARABIC_ORIGINS);
  return new Map(
    Object.entries(LATIN_ORIGINS).map(([origin, latin], i) => [
      origin,
      (language) => (language === 'ar' ? (ARABIC_ORIGINS[origin] ?? arabic[i % arabic.length] ?? latin) : latin),
    ]),
  );
};

const attempt = (language: Language, { given, family }: NameList, i: number): 'past' | 'held' | 'hidden' => {
  const next = random(i * 31 + 5);
  const pick = (words: readonly string[]) => words[Math.floor(next() * words.length)] ?? '';
  const parts = [pick(given), pick(family)];
  const name = i % 5 === 4 ? (parts[1] ?? '') : parts.join(' ');
  const carrier = CARRIERS[language][i % 3] ?? '#';
  const record = practiceRecord.parse({
    originalLanguage: language,
    country: 'PRT',
    title: [text(language, carrier.replace('#', '…'))],
    summary: [text(language, carrier.replace('#', name))],
    buildingBlocks: [{ title: [text(language, '1')] }],
    type: 'procedure',
    stage: 'pilot',
    from: '2019-03-01',
  });
  const { summary, report, obstacles } = prepare(record, decisions, context);
  const out = summary?.summary[0]?.text ?? '';
  const standing = parts.some((part) => name.includes(part) && out.includes(part));
  if (!summary || !report || obstacles.length > 0) return standing || obstacles.some(({ path }) => path === 'summary') ? 'held' : 'hidden';
  const refused = secondCheck({ practice: '0198c0de-0000-4000-8000-000000000000', version: 1, summary, report }).length > 0;
  return standing ? (refused ? 'held' : 'past') : 'hidden';
};
