/** Common table expressions, each with a name of its own, and what they are given: `$1` is the first of `values`. */
export interface Part {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Columns that the whole statement answers for this part. */
  readonly answers?: string;
}

/**
 * One statement that does several things which need nothing of each other: each turn to the database costs more than most statements.
 * All parts see the tables as they were before it, so no two of them write the same row.
 */
export function together(parts: readonly Part[]): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const expressions = parts.map(({ text, values: given }) => {
    const before = values.length;
    values.push(...given);
    return text.replace(/\$(\d+)/g, (_, place: string) => `$${before + Number(place)}`);
  });
  const answers = parts.flatMap(({ answers: columns }) => columns ?? []);
  return { text: `with ${expressions.join(', ')} select ${answers.join(', ')}`, values };
}
