import { ROUNDING } from '../policy/policy.js';
import { columnOf, type CountTable, type Mark, PRIMARY, SHOWN, sum } from './count-table.js';

/** The least and the greatest value an attacker can work out for a cell, who knows all that is published and that no count is negative. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How a cell with an interval fared: `row` and `column` say which. */
export interface AuditedCell extends Interval {
  readonly row: number;
  readonly column: number;
  readonly safe: boolean;
}

const SLACK = Math.floor(ROUNDING / 2);
const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** What rounding to base 5 leaves open about a published value; small counts are never published, so what is published is none. */
const room = (value: number, threshold: number): Interval => {
  if (value === 0) return { low: 0, high: 0 };
  // The truth is always among what is thought possible, also for a table that is audited before it is protected.
  if (value < threshold) return { low: value, high: value };
  const rounded = Math.round(value / ROUNDING) * ROUNDING;
  return { low: Math.max(threshold, rounded - SLACK), high: rounded + SLACK };
};

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  flow: number;
}

/**
 * The table as a network: a source feeds the rows, the rows feed the columns through the cells, and the columns the source again. Each
 * arc may carry what a reader thinks possible, and carries what is true. All bounds are whole, so the extremes of linear programming are
 * whole too, and augmenting paths find them exactly.
 */
const networkOf = ({ cells }: CountTable, marks: readonly (readonly Mark[])[], threshold: number): Arc[] => {
  const rows = cells.length;
  const columns = cells[0]?.length ?? 0;
  const sink = rows + columns + 1;
  const arc = (from: number, to: number, value: number, hidden: boolean): Arc => ({
    from,
    to,
    flow: value,
    ...(hidden ? { low: 0, high: UNBOUNDED } : room(value, threshold)),
  });
  const arcs: Arc[] = [];
  cells.forEach((row, i) => {
    arcs.push(arc(0, 1 + i, sum(row), false));
    row.forEach((value, j) => arcs.push(arc(1 + i, 1 + rows + j, value, marks[i]?.[j] !== SHOWN)));
  });
  for (let j = 0; j < columns; j++) {
    arcs.push(arc(1 + rows + j, sink, sum(columnOf(cells, j)), false));
  }
  arcs.push(arc(sink, 0, sum(cells.map(sum)), false));
  return arcs;
};

/** How much more can go from `start` to `end` without the arc `except`, but no more than `enough`. Leaves the flows as they were. */
const spare = (arcs: readonly Arc[], nodes: number, start: number, end: number, except: Arc, enough: number): number => {
  const before = arcs.map(({ flow }) => flow);
  const touching: Arc[][] = Array.from({ length: nodes }, () => []);
  for (const arc of arcs) {
    if (arc === except) continue;
    touching[arc.from]?.push(arc);
    touching[arc.to]?.push(arc);
  }
  let pushed = 0;
  while (pushed < enough) {
    const more = augment(touching, nodes, start, end, enough - pushed);
    if (more === 0) break;
    pushed += more;
  }
  arcs.forEach((arc, i) => (arc.flow = before[i] ?? 0));
  return pushed;
};

const augment = (touching: readonly Arc[][], nodes: number, start: number, end: number, limit: number): number => {
  const by = new Array<Arc | undefined>(nodes).fill(undefined);
  const seen = new Uint8Array(nodes);
  const queue = [start];
  seen[start] = 1;
  for (let at = queue.shift(); at !== undefined && seen[end] === 0; at = queue.shift()) {
    for (const arc of touching[at] ?? []) {
      const other = arc.from === at ? arc.to : arc.from;
      if (seen[other] === 1 || left(arc, at) <= 0) continue;
      seen[other] = 1;
      by[other] = arc;
      queue.push(other);
    }
  }
  if (seen[end] === 0) return 0;
  const path: { readonly arc: Arc; readonly at: number }[] = [];
  for (let at = end; at !== start;) {
    const arc = by[at];
    if (!arc) return 0;
    at = arc.to === at ? arc.from : arc.to;
    path.push({ arc, at });
  }
  const amount = Math.min(limit, ...path.map(({ arc, at }) => left(arc, at)));
  for (const { arc, at } of path) arc.flow += arc.from === at ? amount : -amount;
  return amount;
};

/** What an arc can still carry from `at`: forward up to its greatest, backward down to its least. */
const left = (arc: Arc, at: number): number => (arc.from === at ? arc.high - arc.flow : arc.flow - arc.low);

/**
 * The attacker's problem for every suppressed cell. A cell that is small is safe when its interval holds a value below the threshold and
 * one at or above it, and is at least as wide as the threshold; a cell that only covers for others, when it cannot be told exactly.
 */
export const audit = (table: CountTable, marks: readonly (readonly Mark[])[], threshold: number): AuditedCell[] => {
  const arcs = networkOf(table, marks, threshold);
  const rows = table.cells.length;
  const columns = table.cells[0]?.length ?? 0;
  const nodes = rows + columns + 2;
  const out: AuditedCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const mark = marks[row]?.[column] ?? SHOWN;
      if (mark === SHOWN) continue;
      const arc = arcs[row * (columns + 1) + 1 + column];
      if (!arc) continue;
      const enough = 3 * threshold;
      const high = arc.flow + spare(arcs, nodes, arc.to, arc.from, arc, enough);
      const low = arc.flow - spare(arcs, nodes, arc.from, arc.to, arc, Math.min(enough, arc.flow));
      const wide = low < threshold && high >= threshold && high - low >= threshold;
      out.push({ row, column, low, high, safe: mark === PRIMARY ? wide : high > low });
    }
  }
  return out;
};
