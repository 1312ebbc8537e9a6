import type { Request, RequestHandler } from 'express';
import { Problem } from './problem.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Browsers say where a request comes from (`Sec-Fetch-Site`, Fetch Metadata; before it, `Origin`). A request that says neither comes
 * from no page of ours.
 */
const isOurs = (request: Request, origin: string): boolean => {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return request.get('origin') === origin;
};

/** Refuses requests that change something with a session cookie unless one of our own pages sent them (cross-site request forgery). */
export const sameOrigin = (publicUrl: string): RequestHandler => {
  const { origin } = new URL(publicUrl);
  return (request, _response, next) => {
    if (SAFE.has(request.method) || request.get('cookie') === undefined || isOurs(request, origin)) next();
    else next(new Problem('request/cross-site', 403));
  };
};
