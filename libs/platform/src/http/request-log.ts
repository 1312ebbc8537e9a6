import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { JsonLogger } from '../logging/logger.js';
import { requestContext } from '../logging/request-context.js';
import type { Metrics } from '../metrics/metrics.js';

/** A proxy's own id is kept, so that its log and ours can be read together; anything of another form is not. */
const FOREIGN_ID = /^[\w-]{8,64}$/;

/** The pattern of the route that answers, as it stands in the code. */
export const patternOf = (request: Request): string => {
  const { path } = (request.route ?? {}) as { readonly path?: unknown };
  return typeof path === 'string' ? path : 'unmatched';
};

/**
 * Gives every request an id (also in `X-Request-Id`) and logs one line when it ends. The line names the route's pattern, never the
 * address asked for: that may hold what identifies a person.
 */
export const requestLog =
  (logger: JsonLogger, metrics: Metrics, trustsProxy: boolean): RequestHandler =>
  (request, response, next) => {
    const foreign = trustsProxy ? request.get('x-request-id') : undefined;
    const requestId = foreign !== undefined && FOREIGN_ID.test(foreign) ? foreign : randomUUID();
    response.set('x-request-id', requestId);
    const started = performance.now();
    response.once('close', () => {
      const milliseconds = performance.now() - started;
      const members = { requestId, method: request.method, route: patternOf(request), status: response.statusCode };
      metrics.observe('request_seconds', milliseconds / 1_000, { method: request.method, status: response.statusCode });
      logger.write(response.statusCode >= 500 ? 'error' : 'debug', { ...members, milliseconds: Math.round(milliseconds) }, 'request');
    });
    requestContext.run({ requestId }, next);
  };
