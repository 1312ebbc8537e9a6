import { stateNamed } from './state-names.js';

/** Who recommends, in the document's own spelling and order; or the name in closing brackets that is no State's. */
type RecommendingStates = { readonly states: readonly string[] } | { readonly unknown: string };

interface Bracket {
  readonly start: number;
  readonly end: number;
  readonly inside: string;
}

/** After the States that recommend comes the end, the next clause, or further States. */
const CLOSING = /^\s*(?:$|[;.,:(]|and\b)/;
/** How a name begins, and an abbreviation or a remark does not. */
const NAME = /^(?:the )?\p{Lu}\p{Ll}/u;

/** "(Venezuela (Bolivarian Republic of))" is as deep as names go. Deeper pairs would only cost time. */
const DEEPEST = 4;

/** Every balanced pair, outer ones before those inside them. A bracket that is never closed hides nothing. */
const brackets = (text: string): readonly Bracket[] => {
  const open: number[] = [];
  const found: Bracket[] = [];
  for (const { 0: sign, index } of text.matchAll(/[()]/g)) {
    if (sign === '(') open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined && open.length < DEEPEST) found.push({ start, end: index + 1, inside: text.slice(start + 1, index) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
};

/** Parts at the commas that are not themselves inside brackets. */
const parts = (list: string): readonly string[] => {
  let depth = 0;
  let part = '';
  const found: string[] = [];
  for (const sign of list) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) {
      found.push(part);
      part = '';
    } else part += sign;
  }
  return [...found, part].map((name) => name.trim()).filter((name) => name !== '');
};

/** "Spain and Portugal" are two States, "Bosnia and Herzegovina" is one: the longest name that is known stands. */
const joined = (pieces: readonly string[]): readonly string[] => {
  if (pieces.length === 0) return [];
  for (let length = Math.min(pieces.length, 4); length > 1; length -= 1) {
    const name = pieces.slice(0, length).join(' and ');
    if (stateNamed(name) !== undefined) return [name, ...joined(pieces.slice(length))];
  }
  return [...pieces.slice(0, 1), ...joined(pieces.slice(1))];
};

const names = (list: string): readonly string[] =>
  parts(list).flatMap((part) => {
    const found = joined(part.split(/\s+and\s+|^and\s+/, 20).filter((piece) => piece !== ''));
    return found.some((name) => stateNamed(name) !== undefined) ? found : [part];
  });

const outermost = (all: readonly Bracket[]): readonly Bracket[] => {
  let covered = 0;
  return all.filter(({ start, end }) => {
    if (start < covered) return false;
    covered = end;
    return true;
  });
};

/** The first name of a closing bracket that reads like a State's beside others, or alone, and is none. */
const unknownIn = (text: string, all: readonly Bracket[]): string | undefined => {
  for (const { inside, end } of outermost(all)) {
    const listed = names(inside);
    const strangers = listed.filter((name) => stateNamed(name) === undefined);
    const alone = strangers.length === listed.length;
    const last = /^[\s;.]*$/.test(text.slice(end));
    if (strangers.length > 0 && (alone ? last && strangers.every((name) => NAME.test(name)) : CLOSING.test(text.slice(end)))) {
      return strangers[0];
    }
  }
  return undefined;
};

/**
 * The States that recommend: the names in the brackets that close a clause, all of which must be names of States; brackets hold
 * abbreviations, years and remarks as well. `underReview` is the ISO 3166-1 alpha-3 code of the State that cannot recommend to itself.
 */
export const recommendingStates = (text: string, underReview: string): RecommendingStates => {
  const all = brackets(text);
  const states: string[] = [];
  let covered = 0;
  for (const { start, end, inside } of all) {
    if (start < covered || !CLOSING.test(text.slice(end))) continue;
    const listed = names(inside);
    const codes = listed.map(stateNamed);
    if (listed.length === 0 || codes.some((code) => code === undefined || code === underReview)) continue;
    states.push(...listed);
    covered = end;
  }
  const unknown = unknownIn(text, all);
  return unknown === undefined ? { states: [...new Set(states)] } : { unknown };
};
