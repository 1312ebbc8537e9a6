import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isLanguage, negotiateLanguage } from '@nmirf/languages/languages';
import type { Request, RequestHandler, Response } from 'express';
import { webPages } from './web-pages.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const codings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Every file a build offers, by its address. Only what is on the list is ever sent, so no address can climb out of the folder. */
const filesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && path.extname(entry.name) in types && !entry.parentPath.includes('.vite'))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [`/${path.relative(folder, file).split(path.sep).join('/')}`, file]),
  );

const sendFile = (request: Request, response: Response, address: string, file: string): void => {
  // Hashed names never change their content; the rest is asked for again.
  const lasting = address.startsWith('/assets/');
  response.setHeader('Content-Type', types[path.extname(file)] ?? 'application/octet-stream');
  response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.vary('Accept-Encoding');
  const coding = codings.find(([name, ending]) => request.acceptsEncodings(name) !== false && existsSync(file + ending));
  if (coding !== undefined) response.setHeader('Content-Encoding', coding[0]);
  response.end(request.method === 'HEAD' ? undefined : readFileSync(file + (coding?.[1] ?? '')));
};

/**
 * Serves a client that Vite built into `folder`: its files, compressed when they were built; a page at every address below a language;
 * and at `/` the way to the reader's own. A missing asset is left to the routes, which answer 404: a page in its place would be taken
 * for a script. Without a build, every address is left to the routes.
 */
export const webFiles = (folder: string): RequestHandler => {
  if (!existsSync(path.join(folder, 'index.html')))
    return (_request, _response, next) => {
      next();
    };
  const files = filesOf(folder);
  const pages = webPages(folder);
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next();
      return;
    }
    const file = files.get(request.path);
    const first = request.path.split('/')[1];
    if (file !== undefined) sendFile(request, response, request.path, file);
    else if (request.path === '/') {
      response.vary('Accept-Language').redirect(302, `/${negotiateLanguage(request.get('accept-language'))}`);
    } else if (isLanguage(first) && path.extname(request.path) === '') {
      response.setHeader('Cache-Control', 'no-cache');
      response.type('html').send(pages[first]);
    } else next();
  };
};
