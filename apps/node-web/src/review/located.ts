import type { Language } from '@nmirf/contracts/languages/language';
import type { Finding } from '@nmirf/contracts/practices/authoring';

interface Entry {
  readonly language: Language;
  readonly text: string;
}

const isEntries = (value: unknown): value is readonly Entry[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'object' && entry !== null && 'language' in entry && 'text' in entry);

const step = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** The text a finding's `path` and language point to in a record: `summary`, `buildingBlocks.0.title`, `/summary/0/text` alike. */
export const textAt = (record: unknown, path: string, language: Language): string | undefined => {
  let value: unknown = record;
  for (const name of path.split(/[./]|\[|\]/).filter((part) => part !== '')) {
    if (isEntries(value) && !/^\d+$/.test(name)) value = value.find((entry) => entry.language === name) ?? value;
    else value = step(value, name);
  }
  if (typeof value === 'string') return value;
  if (isEntries(value)) return value.find((entry) => entry.language === language)?.text;
  const text = step(value, 'text');
  return typeof text === 'string' ? text : undefined;
};

/** The field of a path, without numbers: what its heading is looked up by. */
export const fieldOf = (path: string): string =>
  path
    .split(/[./]|\[|\]/)
    .filter((part) => part !== '' && part !== 'text' && !/^\d+$/.test(part) && !/^[a-z]{2}$/.test(part))
    .join('-');

export interface Piece {
  readonly text: string;
  readonly finding?: Finding;
}

/** A finding of no length is about the whole text: somebody has to read it. */
export const isWhole = ({ start, end }: Finding): boolean => start === end;

/** The one finding that is about the practice as a whole: too few others look like it. */
export const isAboutPractice = ({ why }: Finding): boolean => why === 'few-alike';

/** A text cut at its findings. Findings that overlap an earlier one are not marked twice. */
export const piecesOf = (text: string, findings: readonly Finding[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    if (isWhole(finding) || finding.start < at || finding.end > text.length) continue;
    if (finding.start > at) pieces.push({ text: text.slice(at, finding.start) });
    pieces.push({ text: text.slice(finding.start, finding.end), finding });
    at = finding.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
};

export type Mark = 'masked' | 'flagged' | 'generalised' | 'allowed';

/** What the gate makes more general when nobody decides otherwise; the rest it masks (field policy of anonymisation). */
const generalised: ReadonlySet<string> = new Set(['date', 'age', 'number', 'organisation', 'place']);

/** The decision that stands: a person's, or the gate's own on what it is sure of. `undefined` while a flag waits. */
export const standing = ({ tier, type, decision }: Finding): Finding['decision'] => {
  if (decision !== undefined || tier === 'flag') return decision;
  return generalised.has(type) ? 'generalise' : 'mask';
};

const marks = { allow: 'allowed', generalise: 'generalised', mask: 'masked' } as const;

/** Nobody has decided yet, or nobody has confirmed what takes two. */
export const isWaiting = (finding: Finding): boolean => standing(finding) === undefined || finding.second === 'needed';

/** What will happen to a span, or that nobody has decided yet. */
export const markOf = (finding: Finding): Mark => {
  const decision = standing(finding);
  return decision === undefined || isWaiting(finding) ? 'flagged' : marks[decision];
};

/** The element id of a finding's controls. Keys hold characters an address would not. */
export const anchorOf = (key: string): string => `finding-${key.replace(/[^A-Za-z0-9_-]/g, '_')}`;
