import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { languages } from '@nmirf/contracts/languages/language';
import type { Request, RequestHandler, Response } from 'express';

const SERVER_PATHS = /^\/(api|nmirf|health|metrics|\.well-known)(\/|$)/;
const PAGE = new RegExp(`^/((${languages.join('|')})(/.*)?)?$`);
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

const filesOf = (folder: string): ReadonlySet<string> => {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return new Set(
      entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/')),
    );
  } catch {
    return new Set();
  }
};

/** Hashed assets never change; the page names them and must always be asked for; the rest changes now and then. */
const cachingOf = (file: string): string => {
  if (file.startsWith('assets/')) return 'public, max-age=31536000, immutable';
  return file === 'index.html' ? 'no-cache' : 'public, max-age=3600';
};

const pathOf = (request: Request): string | undefined => {
  try {
    return decodeURIComponent(request.path);
  } catch {
    return undefined;
  }
};

/**
 * Serves the client built into `folder`: its files, compressed beforehand where the build did so, and `index.html` for every page
 * (`/` and `/{language}/…`). Only files that were there at start are served, so no path can lead elsewhere; without a folder every
 * page is simply not found.
 */
export const clientFiles = (folder: string): RequestHandler => {
  const files = filesOf(folder);
  const send = (request: Request, response: Response, file: string, next: (error?: unknown) => void): void => {
    const [encoding, suffix] = ENCODINGS.find(([name, end]) => files.has(file + end) && request.acceptsEncodings(name)) ?? [undefined, ''];
    response.set({ 'cache-control': cachingOf(file), vary: 'accept-encoding' }).type(extname(file));
    if (encoding !== undefined) response.set('content-encoding', encoding);
    response.sendFile(file + suffix, { root: folder, cacheControl: false, dotfiles: 'allow' }, (error?: Error) => {
      // A reader who leaves in the middle is no fault of ours.
      if (error !== undefined && !response.headersSent) next(error);
    });
  };
  return (request, response, next) => {
    const path = pathOf(request);
    if (path === undefined || SERVER_PATHS.test(path) || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    const file = path.slice(1);
    if (files.has(file) && file !== 'index.html') return send(request, response, file, next);
    if (files.has('index.html') && PAGE.test(path)) return send(request, response, 'index.html', next);
    next();
  };
};
