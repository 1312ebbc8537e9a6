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

/** A text cut at its findings. Findings that overlap an earlier one are not marked twice. */
export const piecesOf = (text: string, findings: readonly Finding[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    if (finding.start < at || finding.end > text.length) continue;
    if (finding.start > at) pieces.push({ text: text.slice(at, finding.start) });
    pieces.push({ text: text.slice(finding.start, finding.end), finding });
    at = finding.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
};

export type Mark = 'masked' | 'flagged' | 'generalised' | 'allowed';

/** What will happen to a span, or that nobody has decided yet. */
export const markOf = ({ tier, decision }: Finding): Mark => {
  if (decision === 'allow') return 'allowed';
  if (decision === 'generalise') return 'generalised';
  if (decision === 'mask' || tier === 'auto') return 'masked';
  return 'flagged';
};

/** The element id of a finding's controls. Keys hold characters an address would not. */
export const anchorOf = (key: string): string => `finding-${key.replace(/[^A-Za-z0-9_-]/g, '_')}`;
