import { Problem } from './problem.js';

/** The problem for each status that Nest, Express and its parsers refuse a request with by themselves. */
const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'request/malformed',
  401: 'access/sign-in-needed',
  403: 'access/denied',
  404: 'request/not-found',
  405: 'request/method-not-allowed',
  408: 'request/too-slow',
  413: 'request/too-large',
  414: 'request/too-large',
  415: 'request/media-type',
  429: 'request/too-many',
  431: 'request/too-large',
  503: 'server/busy',
};

const statusOf = (error: object): number | undefined => {
  const { status, statusCode } = error as { readonly status?: unknown; readonly statusCode?: unknown };
  const given = status ?? statusCode;
  return typeof given === 'number' ? given : undefined;
};

/** The problem a thrown value stands for; `undefined` when it is a bug. Foreign messages are dropped: they may echo what was sent. */
export const problemOf = (error: unknown): Problem | undefined => {
  if (error instanceof Problem) return error;
  if (typeof error !== 'object' || error === null) return undefined;
  const { getStatus } = error as { readonly getStatus?: () => number };
  const status = typeof getStatus === 'function' ? getStatus.call(error) : statusOf(error);
  if (status === undefined || (status !== 503 && (status < 400 || status > 499))) return undefined;
  return new Problem(BY_STATUS[status] ?? 'request/refused', status);
};
