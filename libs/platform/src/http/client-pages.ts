import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RenderedPage } from '@nmirf/contracts/http/rendered-page';
import { languages, type Language } from '@nmirf/contracts/languages/language';
import { directionOf } from '@nmirf/languages/languages';
import { z } from 'zod';

/** What the build says it made: source file to made file, with what that file needs. */
const manifest = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]), css: z.array(z.string()).default([]) }),
);

type Manifest = z.infer<typeof manifest>;

const readManifest = (folder: string): Manifest => {
  const file = path.join(folder, '.vite', 'manifest.json');
  return existsSync(file) ? manifest.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
};

/** The texts that every page of a client shows, its own first; the others come with the pages that need them. */
const FIRST_TEXTS = [
  ['hub', 'common', 'vocabulary'],
  ['node', 'common', 'desk'],
] as const;

/** Fonts and texts of a language: fetched beside the script instead of after it, and behind the style that the first paint waits for. */
const preloads = (made: Manifest, language: Language): string => {
  const font = language === 'ar' ? /ibm-plex-sans-arabic-arabic-(?:400|600)/ : /ibm-plex-sans-latin-(?:400|600)/;
  const has = (area: string): boolean => Object.keys(made).some((source) => source.endsWith(`/${language}/${area}.json`));
  const texts = FIRST_TEXTS.find(([own]) => has(own)) ?? [];
  return Object.entries(made)
    .map(([source, { file }]) => {
      if (font.test(source)) return `<link rel="preload" as="font" fetchpriority="low" type="font/woff2" crossorigin href="/${file}">`;
      return texts.some((area) => source.endsWith(`/${language}/${area}.json`))
        ? `<link rel="modulepreload" fetchpriority="low" href="/${file}">`
        : '';
    })
    .join('');
};

/** Every file of a module and of what it imports. */
const reach = (made: Manifest, modules: readonly string[], found = new Map<string, readonly string[]>()): typeof found => {
  for (const name of modules) {
    const chunk = made[name];
    if (chunk === undefined || found.has(chunk.file)) continue;
    found.set(chunk.file, chunk.css);
    reach(made, chunk.imports, found);
  }
  return found;
};

/** The style sheets and scripts of a route, so that a page is never drawn without its style. Those of the frame are there already. */
const routeLinks = (made: Manifest, frame: string, modules: readonly string[]): string => {
  const files = reach(made, modules);
  const styles = [...new Set([...files.values()].flat())].filter((file) => !frame.includes(file));
  const scripts = [...files.keys()].filter((file) => !frame.includes(file));
  return [
    ...styles.map((file) => `<link rel="stylesheet" href="/${file}">`),
    ...scripts.map((file) => `<link rel="modulepreload" fetchpriority="low" href="/${file}">`),
  ].join('');
};

export interface ClientPages {
  /** The frame of a language, drawn by the browser, with language and direction set before any script runs. */
  readonly frame: (language: Language) => string;
  /** The same with a rendered page in it. */
  readonly whole: (language: Language, page: RenderedPage) => string;
}

/** A page is read before it is used: on a slow line its style and its fonts must not share the way with its scripts. */
const scriptsAfterContent = (page: string): string =>
  page.replace(/<script type="module"/g, '$& fetchpriority="low"').replace(/<link rel="modulepreload"/g, '$& fetchpriority="low"');

const ROOT = '<div id="root"></div>';

/** The pages of the client built into `folder`. */
export const clientPages = (folder: string): ClientPages => {
  const page = scriptsAfterContent(readFileSync(path.join(folder, 'index.html'), 'utf8'));
  const made = readManifest(folder);
  const write = (language: Language): string =>
    page
      .replace(/<html lang="en" dir="ltr"/, `<html lang="${language}" dir="${directionOf(language)}"`)
      .replace('</head>', () => `${preloads(made, language)}</head>`);
  const frames = Object.fromEntries(languages.map((language) => [language, write(language)])) as Record<Language, string>;
  return {
    frame: (language) => frames[language],
    whole: (language, { title, body, state, modules }) =>
      frames[language]
        .replace('</head>', () => `<title>${title}</title>${routeLinks(made, page, modules)}</head>`)
        .replace(ROOT, () => `<div id="root">${body}</div>${state}`),
  };
};
