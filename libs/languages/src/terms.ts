/** The kinds of terms that have names in every language: OHCHR's themes and groups of persons, and the bodies that review States. */
export type TermKind = 'theme' | 'group' | 'body';

/**
 * Where the catalogues name a term. Lists of different years write the same term with other signs, and those up to 2014 with a code before
 * it ("E41 Right to health").
 */
export const termKey = (kind: TermKind, label: string): string => {
  const words = label
    .replace(/^[A-G]\d{1,2} /, '')
    .replaceAll('&', ' and ')
    .toLowerCase();
  return `term.${kind}.${words.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')}`;
};

/** The labels of a kind as records hold them, from its English names: a body goes by its abbreviation, everything else by its name. */
export const termLabels = (kind: TermKind, english: Readonly<Record<string, string>>): readonly string[] =>
  kind === 'body' ? Object.keys(english).map((key) => key.toUpperCase()) : Object.values(english);
