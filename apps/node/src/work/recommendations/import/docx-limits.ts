import { Problem } from '@nmirf/platform/http/problem';

/** What a list of recommendations never exceeds, and a hostile file may. Sizes in bytes. */
export const DOCX_LIMITS = {
  file: 20 * 1024 * 1024,
  entries: 2_000,
  inflated: 100 * 1024 * 1024,
  /** Word's own markup compresses 10 to 40 times; deflate can reach 1,032 times. Parts under 1 MiB may do as they like. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
  headers: 20,
  depth: 256,
  tables: 500,
  rows: 20_000,
  /** Word itself stops at 63. */
  cellsPerRow: 63,
  paragraphsPerCell: 1_000,
  charactersPerCell: 100_000,
  looseCharacters: 100_000,
} as const;

/** The problem of a file beyond `DOCX_LIMITS.file`. */
export const tooLarge = (): Problem => new Problem('import/too-large', 413, { limit: DOCX_LIMITS.file / 1024 / 1024 });
