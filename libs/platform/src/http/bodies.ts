import express, { type RequestHandler } from 'express';
import { Problem } from './problem.js';

/** A media type whose bodies routes take as a `Buffer`, for signatures over the bytes that travelled. */
export interface RawBody {
  readonly type: string;
  /** Bytes, as a number or such as `4mb`; more is refused with `request/too-large`. */
  readonly limit: string | number;
  /** It comes from servers of the network, which are refused in the protocol's own words: `too-large` and so on. */
  readonly isProtocol?: boolean;
}

/** Bytes of bodies that servers of the network have sent and that are not answered yet. More wait at their senders, not in memory here. */
const MAX_BYTES_IN_HAND = 24 * 1024 * 1024;

/** JSON up to 1 MiB, and the raw types a server asks for. Compressed bodies are refused: nobody sends them, and they can explode. */
export const bodyParsers = (rawBodies: readonly RawBody[] = []): RequestHandler[] => [
  ...rawBodies.map(({ type, limit, isProtocol = false }) => {
    const parser = express.raw({ type, limit, inflate: false });
    return isProtocol ? withinBudget(type, refusingBySlug(parser)) : parser;
  }),
  express.json({ limit: '1mb', inflate: false }),
];

const SOON = { retry: 'later', headers: { 'retry-after': '2' } } as const;

/** What has arrived of a body counts until its answer is sent or its sender is gone. */
const withinBudget = (type: string, parser: RequestHandler): RequestHandler => {
  let inHand = 0;
  return (request, response, next) => {
    if (request.is(type) === false) return next();
    if (inHand >= MAX_BYTES_IN_HAND) return next(new Problem('overloaded', 503, {}, SOON));
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      inHand += chunk.length;
    });
    response.once('close', () => (inHand -= bytes));
    return parser(request, response, next);
  };
};

const SLUGS: Readonly<Record<number, string>> = { 400: 'malformed', 413: 'too-large', 415: 'media-type' };

const refusingBySlug =
  (parser: RequestHandler): RequestHandler =>
  (request, response, next) =>
    void parser(request, response, (error?: unknown) => {
      const status = (error as { readonly status?: number } | undefined)?.status ?? 0;
      const slug = SLUGS[status];
      next(slug === undefined ? error : new Problem(slug, status, {}, { retry: 'never' }));
    });
