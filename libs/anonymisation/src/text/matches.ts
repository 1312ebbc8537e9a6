const NONE: readonly RegExpExecArray[] = [];

/**
 * Every match of a global pattern, as `String.matchAll` gives them, without the copy of the pattern that it makes for each text: on short texts
 * the copy costs more than the search.
 */
export const matchesOf = (text: string, pattern: RegExp): readonly RegExpExecArray[] => {
  pattern.lastIndex = 0;
  const first = pattern.exec(text);
  if (!first) return NONE;
  const matches: RegExpExecArray[] = [];
  for (let match: RegExpExecArray | null = first; match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return matches;
};
