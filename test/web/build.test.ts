import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const root = path.resolve(import.meta.dirname, '../..');
const kilobyte = 1_000;
/** What both scripts are written in; a font is compressed already. */
const fonts = /ibm-plex-sans-(?:arabic-arabic|latin)-(?:400|600)-normal.*\.woff2$/;

/** The first page of each client, the texts it brings in one language, and what a first visit may cost in script, style and all (brotli, kB). */
const clients = [
  { name: 'hub-web', page: 'src/library/library-page.tsx', areas: ['hub', 'common', 'vocabulary'], script: 185, style: 25, all: 380 },
  { name: 'node-web', page: 'src/practices/practices-page.tsx', areas: ['node', 'desk', 'common'], script: 213, style: 25, all: 400 },
] as const;

const manifestOf = (dist: string): Readonly<Record<string, Chunk>> =>
  JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

const reach = (made: Readonly<Record<string, Chunk>>, names: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const chunk = made[name];
    if (chunk === undefined || found.has(chunk.file)) return;
    found.add(chunk.file);
    chunk.css?.forEach((file) => found.add(file));
    chunk.imports?.forEach(visit);
  };
  names.forEach(visit);
  return found;
};

describe.each(clients)('the build of $name', ({ name, page, areas, script, style, all }) => {
  const dist = path.join(root, 'apps', name, 'dist');
  // Without a build there is nothing to measure; the test run builds first.
  const built = existsSync(path.join(dist, 'index.html')) ? it : it.skip;
  const weigh = (files: readonly string[]): number =>
    files.reduce((total, file) => total + statSync(path.join(dist, `${file}.br`)).size, 0) / kilobyte;

  const firstFiles = (language: string): readonly string[] => [
    'index.html',
    page,
    ...areas.map((catalogue) => `../../libs/languages/src/${language}/${catalogue}.json`),
  ];

  built('has nothing in its page that a strict policy would refuse', () => {
    const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  built('stays within its budget in every language', () => {
    const made = manifestOf(dist);
    for (const language of ['ar', 'en', 'es', 'fr', 'pt']) {
      const files = [...reach(made, firstFiles(language))];
      expect(weigh(files.filter((file) => file.endsWith('.js')))).toBeLessThanOrEqual(script);
      expect(weigh(files.filter((file) => file.endsWith('.css')))).toBeLessThanOrEqual(style);
    }
  });

  built('stays within its budget with all fonts of Arabic', () => {
    const made = manifestOf(dist);
    const files = [...reach(made, firstFiles('ar'))];
    const written = readdirSync(path.join(dist, 'assets')).filter((file) => fonts.test(file));
    const weight = written.reduce((total, file) => total + statSync(path.join(dist, 'assets', file)).size, 0) / kilobyte;
    expect(written).toHaveLength(4);
    expect(weigh(files) + weight).toBeLessThanOrEqual(all);
  });

  built('names no other host in its style sheets', () => {
    const made = manifestOf(dist);
    const sheets = new Set(Object.values(made).flatMap((chunk) => [chunk.file, ...(chunk.css ?? [])]));
    for (const sheet of [...sheets].filter((file) => file.endsWith('.css'))) {
      expect(readFileSync(path.join(dist, sheet), 'utf8')).not.toMatch(/url\((?!["']?\/assets\/)/);
    }
  });
});
