import { createHash } from 'node:crypto';
import type { FileTraces, TraceKind } from '@nmirf/contracts/files/traces';
import type { Language } from '@nmirf/contracts/languages/language';
import type { Finding } from '@nmirf/contracts/practices/authoring';
import type { EntityType } from '@nmirf/contracts/practices/report';
import type { ResourceFile } from '@nmirf/contracts/resources/resource';
import type { TextGate } from './text-gate.js';

/**
 * Puts before the reviewers whom a file names in its properties, comments and tracked changes, and of a photograph also the place. A file
 * leaves as it is, so each name is kept with a reason, or the file is cleaned where it was made and brought again.
 */
export const askAboutFiles = (
  files: readonly ResourceFile[],
  traces: ReadonlyMap<string, FileTraces>,
  language: Language,
  texts: TextGate,
): void => {
  files.forEach(({ sha256, name }, i) => {
    const path = `files.${String(i)}`;
    for (const asked of askedOf(sha256, name, traces.get(sha256))) {
      const decision = texts.ask({ ...asked, path, language, start: 0, end: 0, tier: 'flag', by: FILE_TRACES });
      if (decision !== undefined && decision !== 'allow') texts.obstacles.push({ code: 'gate/file-traces', path });
      else if (decision !== undefined) texts.count(asked.type, decision);
    }
  });
};

/** The `by` of what was found in a file. */
export const FILE_TRACES = 'file-traces';

/** What is no person. */
const TYPES: Partial<Record<TraceKind, EntityType>> = { organisation: 'organisation', place: 'place', caption: 'unknown' };

type Asked = Pick<Finding, 'key' | 'text' | 'type' | 'why'>;

/** What a file tells of people. One that is not here cannot be looked through, and does not leave either. */
export const askedOf = (sha256: string, name: string, found: FileTraces | undefined): Asked[] => {
  if (found === undefined) return [];
  const keyOf = (...told: readonly string[]) => {
    const mark = createHash('sha256').update(told.join(' ')).digest('base64url').slice(0, 12);
    return `files/${sha256.slice(0, 16)}/${FILE_TRACES}/${mark}`;
  };
  return [
    ...found.traces.map(({ kind, name: text }): Asked => {
      return { key: keyOf(kind, text), text, type: TYPES[kind] ?? 'person', why: `file-${kind}` };
    }),
    ...(found.complete ? [] : [{ key: keyOf('unread'), text: name, type: 'unknown', why: 'file-unread' } as const]),
  ];
};
