import type { Entity, Labelled } from './labelled.js';
import { ARABIC_ORIGINS, LATIN_ORIGINS, type NameList } from './names-by-origin.js';
import { random } from './random.js';

/** The text with each letter in the other case, where that does not move anything. */
const recased = (document: Labelled, change: (letter: string) => string): Labelled => ({
  ...document,
  text: document.text.replace(/\p{L}/gu, (letter) => (change(letter).length === letter.length ? change(letter) : letter)),
});

export const lowerCased = (document: Labelled): Labelled => recased(document, (letter) => letter.toLowerCase());
export const allCaps = (document: Labelled): Labelled => recased(document, (letter) => letter.toUpperCase());

const TITLES = new Set(
  (
    'mr mrs ms miss dr sir madam lord lady judge justice president prof professor professora m mm mme mlle me maître monsieur madame sr sra srta señor señora d don doña dom dona doutor doutora ' +
    'ministro ministra juiz juíza desembargador des min rel exmo presidente de da do dos das del du des la las los van von der den al el bin ben ibn y e et and the née q c qc السيد السيدة الدكتور الرئيس'
  ).split(' '),
);
const WORD = /[\p{L}\p{M}]+/gu;
/** Titles that are annotated as part of a name in the sets measured on. What is trained on is copied without them, for the same weights. */
const ANNOTATED_TITLES = new Set([...TITLES, ...'juge juges avocat juez jueza abogado deputado desembargadora mmes'.split(' ')]);

interface Change {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** The same document with other names: each word of a person's name becomes, wherever it stands in one, a word of the list; `titles` stay. */
export const withNamesOf = (document: Labelled, names: NameList, seed: number, titles: ReadonlySet<string> = TITLES): Labelled => {
  const isNameWord = (word: string): boolean => word.length > 1 && !titles.has(word.toLowerCase());
  const next = random(seed);
  const pick = (words: readonly string[]): string => words[Math.floor(next() * words.length)] ?? '';
  const given = new Map<string, string>();
  const changes: Change[] = [];
  for (const { label, mentions } of document.entities) {
    if (label !== 'person') continue;
    for (const { start, end } of mentions) {
      const words = [...document.text.slice(start, end).matchAll(WORD)].filter(([word]) => isNameWord(word));
      words.forEach((match, i) => {
        const old = match[0].toLowerCase();
        if (!given.has(old)) given.set(old, pick(i === words.length - 1 ? names.family : names.given));
        changes.push({
          start: start + match.index,
          end: start + match.index + match[0].length,
          by: dressed(match[0], given.get(old) ?? ''),
        });
      });
    }
  }
  return changed(document, changes);
};

/** The new word in capitals or small letters where the old one was. */
const dressed = (old: string, by: string): string => {
  if (old.length > 2 && old === old.toUpperCase()) return by.toUpperCase();
  return old === old.toLowerCase() ? by.toLowerCase() : by;
};

const changed = (document: Labelled, all: readonly Change[]): Labelled => {
  const changes = [...all]
    .sort((a, b) => a.start - b.start)
    .filter((change, i, list) => i === 0 || change.start >= (list[i - 1]?.end ?? 0));
  let text = '';
  let at = 0;
  const moved: { readonly from: number; readonly by: number }[] = [];
  for (const { start, end, by } of changes) {
    text += document.text.slice(at, start) + by;
    at = end;
    moved.push({ from: end, by: text.length - end });
  }
  text += document.text.slice(at);
  const place = (offset: number): number => offset + lastBefore(moved, offset);
  const entities: Entity[] = document.entities.map((entity) => ({
    ...entity,
    mentions: entity.mentions.map(({ start, end }) => ({ start: place(start), end: place(end) })),
  }));
  return { ...document, text, entities };
};

const lastBefore = (moved: readonly { readonly from: number; readonly by: number }[], offset: number): number => {
  let [low, high] = [0, moved.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moved[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return moved[low - 1]?.by ?? 0;
};

/** Copies of a set with the names of each origin, in the letters of the set's language. */
export const byOrigin = (documents: readonly Labelled[]): ReadonlyMap<string, readonly Labelled[]> => {
  const origins = documents[0]?.language === 'ar' ? ARABIC_ORIGINS : LATIN_ORIGINS;
  return new Map(
    Object.entries(origins).map(([origin, names]) => [
      origin,
      documents.map((document, i) => withNamesOf(document, names, 1_000 + i, ANNOTATED_TITLES)),
    ]),
  );
};
