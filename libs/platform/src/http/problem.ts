import type { ProblemDocument, Retry } from '@nmirf/contracts/http/problem';

export type ProblemValues = Readonly<Record<string, string | number>>;

/** One field or row that is wrong. `code` has texts of its own in the catalogues; `values` fill them. */
export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly values?: ProblemValues;
}

export interface ProblemExtras {
  readonly retry?: Retry;
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the document, such as `serverTime`. Never what the caller sent. */
  readonly members?: Readonly<Omit<ProblemDocument, 'type' | 'code' | 'status' | 'title' | 'detail' | 'retry' | 'errors'>>;
}

/**
 * A failure the caller can act on. Anything else that is thrown is a bug and becomes a bare 500.
 * `code` is part of the API: clients switch on it, so never rename one. Its texts are in the catalogues, filled with `values`.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly values: ProblemValues = {},
    readonly extras: ProblemExtras = {},
  ) {
    super(code);
  }
}
