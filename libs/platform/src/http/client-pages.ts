import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { languages, type Language } from '@nmirf/contracts/languages/language';
import { directionOf } from '@nmirf/languages/languages';
import { z } from 'zod';

/** What the build says it made: source file to made file. */
const manifest = z.record(z.string(), z.object({ file: z.string() }));

type Manifest = z.infer<typeof manifest>;

const readManifest = (folder: string): Manifest => {
  const file = path.join(folder, '.vite', 'manifest.json');
  return existsSync(file) ? manifest.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
};

/** Fonts and texts of a language: fetched beside the script instead of after it. */
const preloads = (made: Manifest, language: Language): string => {
  const font = language === 'ar' ? /ibm-plex-sans-arabic-arabic-(?:400|600)/ : /ibm-plex-sans-latin-(?:400|600)/;
  return Object.entries(made)
    .map(([source, { file }]) => {
      if (font.test(source)) return `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${file}">`;
      return source.includes(`/${language}/`) && source.endsWith('.json') ? `<link rel="modulepreload" href="/${file}">` : '';
    })
    .join('');
};

/** The page of each language, with its language and direction set before any script runs. */
export const clientPages = (folder: string): Readonly<Record<Language, string>> => {
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const made = readManifest(folder);
  const write = (language: Language): string =>
    page
      .replace(/<html lang="en" dir="ltr"/, `<html lang="${language}" dir="${directionOf(language)}"`)
      .replace('</head>', `${preloads(made, language)}</head>`);
  const pages = languages.map((language) => [language, write(language)] as const);
  return Object.fromEntries(pages) as Record<Language, string>;
};
