import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Metrics } from '../metrics/metrics.js';
import { Problem } from './problem.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** `GET /metrics` in the Prometheus format, for whoever presents the token; without a configured token there is no such address. */
export const metricsRoute = (metrics: Metrics, token: string | undefined): RequestHandler => {
  if (token === undefined) return (_request, _response, next) => next();
  const expected = digest(`Bearer ${token}`);
  return (request, response, next) => {
    if (request.path !== '/metrics' || request.method !== 'GET') return next();
    if (!timingSafeEqual(digest(request.get('authorization') ?? ''), expected)) return next(new Problem('access/denied', 403));
    metrics.registry.metrics().then((text) => response.type(metrics.registry.contentType).send(text), next);
  };
};
