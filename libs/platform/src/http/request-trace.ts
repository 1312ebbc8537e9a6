import type { RequestHandler } from 'express';
import { recorded, type Recording } from '../tracing/span.js';
import { patternOf } from './request-log.js';

/** Times every request at a door, as part of the caller's trace where it names one; it is called by its pattern, never by its address. */
export const requestTrace =
  (recording: Recording): RequestHandler =>
  (request, response, next) => {
    const { method, headers } = request;
    const span = recording.begin({ name: method, kind: 'server', told: { 'http.request.method': method }, from: headers });
    response.once('close', () => {
      const route = patternOf(request);
      span.tell({ 'http.route': route, 'http.response.status_code': response.statusCode }, `${method} ${route}`);
      span.end(response.statusCode >= 500 ? String(response.statusCode) : undefined);
    });
    recorded(span.within, next);
  };
