import type { ProblemValues } from '@nmirf/platform/http/problem';
import type { Field, Generation } from './list-generations.js';
import type { FoundRecommendation, RowProblem } from './found-recommendation.js';
import { positionIn } from './position-words.js';
import { recommendingStates } from './recommending-states.js';
import type { Cell, Row } from './word-part.js';

/** What one row says before it is known which document the list is of. */
export type ReadRow = Omit<FoundRecommendation, 'documentSymbol'> & { readonly row: number; readonly documentSymbol?: string };

interface RowContext {
  readonly row: number;
  readonly generation: Generation;
  readonly headings: readonly string[];
  /** ISO 3166-1 alpha-3 of the State under review. */
  readonly country: string;
  readonly primaryTheme?: string;
}

/** A reason to refuse the row, named by the field it is in. */
interface Refusal {
  readonly field: Field;
  readonly code: string;
  readonly values?: ProblemValues;
}

const NUMBERED = /^(\d{1,4}(?:\.\d{1,4}){0,2})\.?\s+(\S.*)$/;
const SOURCE = /^source of position\s*:\s*(.*)$/i;
const SYMBOL = /\bA\/HRC\/\d{1,3}\/\d{1,3}\b/;
const GOAL = /^(1[0-7]|[1-9])\s*[-–]\s*\S/;
/** Characters. The longest on record are near 2,000. */
const LONGEST_TEXT = 20_000;
const BULLET = /^[-–•]\s+/;

const items = (lines: Cell): readonly string[] => lines.map((line) => line.replace(BULLET, '')).filter((line) => line !== '');

type Words = Pick<ReadRow, 'paragraph' | 'text' | 'recommendingStates' | 'positionSource' | 'documentSymbol'>;

const wording = (lines: Cell, country: string): Words | Refusal => {
  const refused = (code: string, values?: ProblemValues): Refusal => ({ field: 'recommendation', code, ...(values && { values }) });
  const sourceAt = lines.findIndex((line) => SOURCE.test(line));
  const [first = '', ...others] = sourceAt < 0 ? lines : lines.slice(0, sourceAt);
  const [, paragraph, begin] = NUMBERED.exec(first) ?? [];
  if (paragraph === undefined || begin === undefined) return refused('import/no-paragraph');
  const after = sourceAt < 0 ? [] : lines.slice(sourceAt + 1);
  if (after.length > 0 || others.some((line) => NUMBERED.test(line))) return refused('import/cell-not-understood');
  const text = [begin, ...others].join(' ');
  if (text.length > LONGEST_TEXT) return refused('import/text-too-long', { limit: LONGEST_TEXT });
  const found = recommendingStates(text, country);
  if ('unknown' in found) return refused('import/state-unknown', { name: found.unknown });
  if (found.states.length === 0) return refused('import/no-state');
  const positionSource = SOURCE.exec(lines[sourceAt] ?? '')?.[1] ?? '';
  const documentSymbol = SYMBOL.exec(positionSource)?.[0];
  return {
    paragraph,
    text,
    recommendingStates: found.states,
    ...(positionSource !== '' && { positionSource }),
    ...(documentSymbol !== undefined && { documentSymbol }),
  };
};

type Subject = Pick<ReadRow, 'themes' | 'affectedPersons'>;

const subject = (lines: Cell, { groupsLine }: Generation): Subject | Refusal => {
  const groupsAt = lines.findIndex((line) => groupsLine.test(line));
  const themes = items(groupsAt < 0 ? lines : lines.slice(0, groupsAt));
  if (themes.length === 0) return { field: 'themes', code: 'import/no-theme' };
  return { themes, affectedPersons: groupsAt < 0 ? [] : items(lines.slice(groupsAt + 1)) };
};

const goals = (lines: Cell): readonly string[] | Refusal => {
  const sdgs = items(lines);
  const wrong = sdgs.find((sdg) => !GOAL.test(sdg));
  return wrong === undefined ? sdgs : { field: 'sdgs', code: 'import/sdg-unknown', values: { value: wrong.slice(0, 60) } };
};

const decision = (lines: Cell): { readonly position: NonNullable<ReturnType<typeof positionIn>> } | Refusal => {
  const position = positionIn(lines.join(' '));
  return position === undefined ? { field: 'position', code: 'import/position-unknown' } : { position };
};

/** Reads one row of recommendations: what it says, or the first reason why it cannot stand, column by column. */
export const readRow = (row: Row, context: RowContext): ReadRow | RowProblem => {
  const { generation, headings, country } = context;
  const refuse = ({ field, ...reason }: Refusal): RowProblem => {
    const column = generation.columns.findIndex((one) => one.field === field);
    return { row: context.row, column: headings[column] ?? field, ...reason };
  };
  const cell = (field: Field): Cell => row[generation.columns.findIndex((one) => one.field === field)] ?? [];
  if (row.length !== generation.columns.length) {
    return refuse({ field: 'recommendation', code: 'import/cells-missing', values: { count: generation.columns.length } });
  }
  const words = wording(cell('recommendation'), country);
  if ('code' in words) return refuse(words);
  const position = decision(cell('position'));
  if ('code' in position) return refuse(position);
  const themes = subject(cell('themes'), generation);
  if ('code' in themes) return refuse(themes);
  const sdgs = goals(cell('sdgs'));
  if ('code' in sdgs) return refuse(sdgs);
  const { primaryTheme } = context;
  return { row: context.row, ...words, ...position, ...(primaryTheme !== undefined && { primaryTheme }), ...themes, sdgs };
};
