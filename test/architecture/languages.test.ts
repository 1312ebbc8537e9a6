import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { languages, type Language } from '@nmirf/contracts/languages/language';
import { protocolProblems } from '@nmirf/federation/problems';
import { areas, type Area } from '@nmirf/languages/catalogue';

const root = path.resolve(import.meta.dirname, '../..');
const plural = /_(?:zero|one|two|few|many|other)$/;

type Catalogue = ReadonlyMap<string, string>;

const flatten = (texts: object, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? flatten(value, `${prefix}${name}.`) : [[prefix + name, String(value)]],
  );

const read = (language: Language, area: Area): Catalogue => {
  const file = path.join(root, 'libs/languages/src', language, `${area}.json`);
  if (!existsSync(file)) return new Map();
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(flatten(parsed as object));
};

const catalogues = new Map(areas.flatMap((area) => languages.map((language) => [`${language}/${area}`, read(language, area)] as const)));
const catalogue = (language: Language, area: Area): Catalogue => catalogues.get(`${language}/${area}`) ?? new Map();

/** Keys with their plural form taken off, and whether they have forms. `_other` tells a plural from a key that ends alike. */
const bases = (texts: Catalogue): ReadonlyMap<string, boolean> => {
  const found = new Map<string, boolean>();
  for (const key of texts.keys()) {
    const base = key.replace(plural, '');
    const isPlural = base !== key && texts.has(`${base}_other`);
    found.set(isPlural ? base : key, isPlural);
  }
  return found;
};

/** What a language must have, by the shape the English catalogue gives a key. */
const expected = (language: Language, area: Area): readonly string[] => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return [...bases(catalogue('en', area))].flatMap(([key, isPlural]) => (isPlural ? forms.map((form) => `${key}_${form}`) : [key]));
};

const placeholders = (text: string, isPlural: boolean): string =>
  [...text.matchAll(/\{\{\s*(\w+)/g)]
    .map((match) => match[1] ?? '')
    // "One practice" and «ممارستان» say the number in words.
    .filter((name) => !(isPlural && name === 'count'))
    .sort()
    .join(' ');

const sourceFiles = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(?:spec|test)\.tsx?$/.test(entry.name))
        .map((entry) => path.join(entry.parentPath, entry.name))
    : [];

const packages = ['libs', 'apps'].flatMap((folder) =>
  readdirSync(path.join(root, folder)).map((name) => path.join(root, folder, name, 'src')),
);
const sources = packages.flatMap(sourceFiles).map((file) => readFileSync(file, 'utf8'));
const literals = new Set(
  sources.flatMap((source) => [...source.matchAll(/(['"`])((?:[a-zA-Z][\w-]*)(?:[./][\w./-]+)?)\1/g)].map((match) => match[2] ?? '')),
);

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** What a template can become: its holes stand for anything. */
const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(/\$\{[^}]*\}/)
      .map(escape)
      .join('.+')}$`,
  );

/** Keys put together at run time: a template that starts with a word. */
const templates = sources.flatMap((source) =>
  [...source.matchAll(/`([a-zA-Z][\w-]*\.[^`\s]*\$\{[^`]*)`/g)].map((match) => patternOf(match[1] ?? '')),
);

const isUsed = (area: Area, key: string): boolean => {
  if (area === 'problems') {
    const code = key.replace(/\.(?:title|detail)$/, '');
    return code in protocolProblems || literals.has(code);
  }
  return literals.has(key) || templates.some((template) => template.test(key));
};

describe.each(areas)('the catalogue of %s', (area) => {
  it.each(languages)('has every key and every plural form that %s needs, and no other', (language) => {
    expect([...catalogue(language, area).keys()].sort()).toEqual([...expected(language, area)].sort());
  });

  it.each(languages)('has the same placeholders in %s, and no empty text or bare key', (language) => {
    const english = catalogue('en', area);
    const wrong = [...catalogue(language, area)].filter(([key, text]) => {
      const base = key.replace(plural, '');
      const isPlural = english.has(`${base}_other`);
      const original = isPlural ? english.get(`${base}_other`) : english.get(key);
      return text.trim() === '' || text === key || placeholders(text, isPlural) !== placeholders(original ?? '', isPlural);
    });
    expect(wrong).toEqual([]);
  });

  it.each(languages.filter((language) => language !== 'en'))('has no sentence left in English in %s', (language) => {
    const english = catalogue('en', area);
    const left = [...catalogue(language, area)].filter(([key, text]) => text === english.get(key) && text.split(' ').length > 3);
    expect(left).toEqual([]);
  });

  it('has nothing unused', () => {
    expect([...bases(catalogue('en', area)).keys()].filter((key) => !isUsed(area, key))).toEqual([]);
  });
});

it('every problem code of the servers has its texts', () => {
  const codes = sources.flatMap((source) => [...source.matchAll(/new Problem\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''));
  expect([...codes, ...Object.keys(protocolProblems)].filter((code) => !catalogue('en', 'problems').has(`${code}.title`))).toEqual([]);
});

describe('the web clients', () => {
  const texts = (files: readonly string[]): readonly string[] =>
    files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''));
  const shared = sourceFiles(path.join(root, 'libs/ui/src'));
  const composedTexts = (files: readonly string[]): readonly RegExp[] =>
    files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*`([^`]+)`/g)].map((match) => patternOf(match[1] ?? '')));

  it.each([
    ['hub-web', ['hub', 'secretariat', 'desk']],
    ['node-web', ['node', 'writing', 'membership', 'gate', 'desk']],
  ] as const)('%s asks for no text that is not there', (client, ownAreas) => {
    const known = new Set(
      ['common' as const, 'vocabulary' as const, ...ownAreas].flatMap((area) => [...bases(catalogue('en', area)).keys()]),
    );
    const own = sourceFiles(path.join(root, 'apps', client, 'src'));
    expect(texts([...own, ...shared]).filter((key) => !known.has(key))).toEqual([]);
    // A key put together at run time: at least one text fits it.
    const composed = composedTexts(own).filter((template) => ![...known].some((key) => template.test(key)));
    expect(composed.map(String)).toEqual([]);
  });
});

it('French sets a no-break space before high punctuation and inside guillemets', () => {
  const french = areas.flatMap((area) => [...catalogue('fr', area)]);
  expect(french.filter(([, text]) => / [;:?!»%]|« /.test(text))).toEqual([]);
});
