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
