import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { PageRenderer } from '@nmirf/contracts/http/rendered-page';
import type { Language } from '@nmirf/contracts/languages/language';
import { isLanguage, negotiateLanguage } from '@nmirf/languages/languages';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { type ClientPages, clientPages } from './client-pages.js';
import { allowStyleAttributes } from './headers.js';

const PAGE = 'index.html';
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** What the build offers; folders with a dot hold what the build knows about itself. */
const filesOf = (folder: string): ReadonlySet<string> => {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const files = entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
    return new Set(files.filter((file) => !file.startsWith('.')));
  } catch {
    return new Set();
  }
};

const sendFile = (
  folder: string,
  files: ReadonlySet<string>,
  file: string,
  request: Request,
  response: Response,
  next: NextFunction,
): void => {
  const [encoding, suffix] = ENCODINGS.find(([name, end]) => files.has(file + end) && request.acceptsEncodings(name)) ?? [undefined, ''];
  // Hashed names never change their content; the rest is asked for again.
  const caching = file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  response.set('cache-control', caching).vary('accept-encoding').type(extname(file));
  // A policy is for a page. On thirty small files it would weigh as much as a script.
  if (extname(file) !== '.svg') response.removeHeader('content-security-policy');
  if (encoding !== undefined) response.set('content-encoding', encoding);
  response.sendFile(file + suffix, { root: folder, cacheControl: false }, (error?: Error) => {
    // A reader who leaves in the middle is no fault of ours.
    if (error !== undefined && !response.headersSent) next(error);
  });
};

/** Where this very server answers: the renderer asks the public API like any reader, without anybody's cookie. */
const ownAddress = ({ socket: { localAddress = '127.0.0.1', localPort } }: Request): string => {
  const address = localAddress.replace(/^::ffff:/, '');
  return `http://${address.includes(':') ? `[${address}]` : address}:${localPort}`;
};

interface Renderer {
  readonly render: PageRenderer | undefined;
  readonly origin: string;
}

const sendPage = async (pages: ClientPages, language: Language, { render, origin }: Renderer, request: Request, response: Response) => {
  const page = await render?.({ url: request.originalUrl, api: ownAddress(request), origin });
  response.set('cache-control', 'no-cache').type('html');
  if (page === undefined) return response.send(pages.frame(language));
  if ('location' in page) return response.redirect(302, page.location);
  response.status(page.status);
  if (page.body === '') return response.send(pages.frame(language));
  allowStyleAttributes(response);
  return response.send(pages.whole(language, page));
};

/**
 * Serves the client built into `folder`: its files, compressed where the build did so; its page at every address below a language, in
 * that language, rendered where the page is public; and at `/` the way to the reader's own. Only files that were there at start are
 * sent, so no address can climb out of the folder. A missing asset is left to the routes, which answer 404, and without a build so is
 * every address.
 */
export const clientFiles = (folder: string, renderer: Renderer): RequestHandler => {
  const files = filesOf(folder);
  if (!files.has(PAGE)) return (_request, _response, next) => next();
  const pages = clientPages(folder);
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const [file, first] = [request.path.slice(1), request.path.split('/')[1]];
    if (file === '') return response.vary('accept-language').redirect(302, `/${negotiateLanguage(request.get('accept-language'))}`);
    if (isLanguage(first) && extname(file) === '') return void sendPage(pages, first, renderer, request, response).catch(next);
    if (files.has(file) && file !== PAGE) return sendFile(folder, files, file, request, response, next);
    next();
  };
};
