import type { Position } from '@nmirf/contracts/recommendations/recommendation';
import type { ProblemValues } from '@nmirf/platform/http/problem';

/** One recommendation as a list gives it, in the list's own words. */
export interface FoundRecommendation {
  readonly documentSymbol: string;
  /** The number in the report of the Working Group, such as `140.7`. */
  readonly paragraph: string;
  readonly text: string;
  readonly recommendingStates: readonly string[];
  readonly position: Position;
  /** Where the State said so, such as "A/HRC/59/15/Add.1 - Para.3". */
  readonly positionSource?: string;
  /** The heading the list puts it under. */
  readonly primaryTheme?: string;
  readonly themes: readonly string[];
  readonly affectedPersons: readonly string[];
  readonly sdgs: readonly string[];
}

/** A row that is refused: its number counted from the table's heading row as 1, the column's own heading, and why. */
export interface RowProblem {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly values?: ProblemValues;
}

/** What a list holds. Rows stand or are refused one by one. */
export interface FoundList {
  readonly generation: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly documentSymbol: string;
  readonly cycle?: number;
  readonly session?: number;
  readonly year?: number;
  readonly recommendations: readonly FoundRecommendation[];
  readonly problems: readonly RowProblem[];
}
