import { Problem } from '@nmirf/platform/http/problem';
import type { FoundList, FoundRecommendation, RowProblem } from './found-recommendation.js';
import { type Generation, generationOf } from './list-generations.js';
import { type ReadRow, readRow } from './list-row.js';
import { reviewHeading } from './review-heading.js';
import { yearOfSession } from './review-sessions.js';
import { stateNamed } from './state-names.js';
import type { WordDocument } from './word-document.js';
import type { Row, Table } from './word-part.js';

interface Rows {
  readonly read: readonly ReadRow[];
  readonly problems: readonly RowProblem[];
}

interface ListTable {
  readonly table: Table;
  readonly generation: Generation;
  readonly headings: readonly string[];
}

const THEME = /^theme\s*:\s*(.*)$/i;

const lineOf = (row: Row): string => row.flat().join(' ');
const headingsOf = (row: Row): readonly string[] => row.map((cell) => cell.join(' '));

const listTables = (tables: readonly Table[]): readonly ListTable[] =>
  tables.flatMap((table) => {
    const headings = headingsOf(table[0] ?? []);
    const generation = generationOf(headings);
    return generation === undefined ? [] : [{ table, generation, headings }];
  });

const readTable = ({ table, generation, headings }: ListTable, country: string): Rows => {
  const read: ReadRow[] = [];
  const problems: RowProblem[] = [];
  let primaryTheme: string | undefined;
  table.forEach((row, index) => {
    const theme = row.length === 1 ? THEME.exec(lineOf(row))?.[1] : undefined;
    if (theme !== undefined) primaryTheme = theme;
    // Word repeats headings where a table was split, and leaves empty rows behind.
    if (theme !== undefined || lineOf(row) === '' || generationOf(headingsOf(row)) === generation) return;
    const context = { row: index + 1, generation, headings, country, ...(primaryTheme !== undefined && { primaryTheme }) };
    const result = readRow(row, context);
    if ('code' in result) problems.push(result);
    else read.push(result);
  });
  return { read, problems };
};

/** The document most rows name; the report of the Working Group that the addendum with the positions belongs to. */
const symbolOf = (rows: readonly ReadRow[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const { documentSymbol } of rows) {
    if (documentSymbol !== undefined) counts.set(documentSymbol, (counts.get(documentSymbol) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
};

/** Keeps one recommendation for each paragraph. The same paragraph again must say the same, under whichever theme it stands. */
const settle = (rows: readonly ReadRow[], symbol: string, column: string): Pick<FoundList, 'recommendations' | 'problems'> => {
  const kept = new Map<string, FoundRecommendation>();
  const problems: RowProblem[] = [];
  for (const { row, documentSymbol = symbol, ...rest } of rows) {
    const known = kept.get(rest.paragraph);
    if (documentSymbol !== symbol) problems.push({ row, column, code: 'import/other-document', values: { found: documentSymbol, symbol } });
    else if (known === undefined) kept.set(rest.paragraph, { documentSymbol, ...rest });
    else if (known.text !== rest.text || known.position !== rest.position) {
      problems.push({ row, column, code: 'import/paragraph-twice', values: { paragraph: rest.paragraph } });
    }
  }
  return { recommendations: [...kept.values()], problems };
};

const checkState = (state: string | undefined, country: string): void => {
  const code = state === undefined ? undefined : stateNamed(state);
  if (code !== undefined && code !== country) throw new Problem('import/other-country', 422, { found: code, country });
};

/**
 * Reads an OHCHR "thematic list of recommendations", sent to each State after its Universal Periodic Review. Rows that cannot stand
 * are reported and the others kept; `country` is the State under review (ISO 3166-1 alpha-3).
 * @throws Problem `import/unknown-format`, `import/other-country`, `import/no-document-symbol`
 */
export const readThematicList = ({ tables, headers }: WordDocument, country: string): FoundList => {
  const lists = listTables(tables);
  const [first] = lists;
  if (first === undefined) throw new Problem('import/unknown-format', 422);
  const { state, cycle, session } = reviewHeading(headers);
  checkState(state, country);
  const rows = lists.map((list) => readTable(list, country));
  const read = rows.flatMap((table) => table.read);
  const refused = rows.flatMap((table) => table.problems);
  const documentSymbol = symbolOf(read);
  if (documentSymbol === undefined) throw new Problem('import/no-document-symbol', 422);
  const { recommendations, problems } = settle(read, documentSymbol, first.headings[0] ?? '');
  const year = session === undefined ? undefined : yearOfSession(session);
  return {
    generation: first.generation.name,
    country,
    documentSymbol,
    ...(cycle !== undefined && { cycle }),
    ...(session !== undefined && { session }),
    ...(year !== undefined && { year }),
    recommendations,
    problems: [...refused, ...problems].sort((a, b) => a.row - b.row),
  };
};
