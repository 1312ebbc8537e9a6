import type { PageRenderer } from '@nmirf/contracts/http/rendered-page';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { AccessGuard } from '../access/access.guard.js';
import type { PlatformEnvironment } from '../environment/environment.js';
import { JsonLogger } from '../logging/logger.js';
import { Metrics } from '../metrics/metrics.js';
import { recorded, type Recording } from '../tracing/span.js';
import { Traces } from '../tracing/traces.js';
import { allowedMethods } from './allowed-methods.js';
import { bodyParsers, type RawBody } from './bodies.js';
import { clientFiles } from './client-files.js';
import { serveDocs } from './docs.js';
import { securityHeaders } from './headers.js';
import { metricsRoute } from './metrics-route.js';
import type { Description } from './openapi.js';
import { loadRenderer } from './page-renderer.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestHandlers } from './request-handlers.js';
import { requestLog } from './request-log.js';
import { requestTrace } from './request-trace.js';
import { sameOrigin } from './same-origin.js';
import { SerializerInterceptor } from './serializer.interceptor.js';
import { ValidationPipe } from './validation.js';

export interface ApplicationOptions {
  readonly environment: PlatformEnvironment;
  /** Which server speaks in the log: `hub`, `node:pt` … */
  readonly name: string;
  /** Media types whose bodies arrive as a `Buffer`. */
  readonly rawBodies?: readonly RawBody[];
  /** Where the built client is; without it only the API answers. */
  readonly clientFolder?: string;
  /** Gives `/api/docs` and the OpenAPI description. */
  readonly docs?: Description;
  readonly logger?: JsonLogger;
}

type Module = Type | DynamicModule;

/**
 * A server, ready to listen; the same for the command line and for tests, several in one process if need be. Everything it opened is
 * closed by `close()`. Refuses a module without an access guard, or with a route that does not say who may call it.
 */
export const createApplication = async (module: Module, options: ApplicationOptions): Promise<NestExpressApplication> => {
  const { environment, name } = options;
  const logger = options.logger ?? new JsonLogger({ level: environment.LOG_LEVEL, name });
  const app = await NestFactory.create<NestExpressApplication>(module, { logger, bodyParser: false, abortOnError: false });
  try {
    app.get(AccessGuard, { strict: false });
    const render = options.clientFolder === undefined ? undefined : await loadRenderer(options.clientFolder);
    const recording = await app.get(Traces, { strict: false }).open(environment.TRACES_URL, name);
    furnish(app, options, logger, { render, recording });
    // What the server begins by itself, its workers and their clocks, is recorded as well.
    return await recorded(recording, () => app.init());
  } catch (error) {
    await app.close();
    throw error;
  }
};

interface Furniture {
  readonly render: PageRenderer | undefined;
  readonly recording: Recording | undefined;
}

const furnish = (app: NestExpressApplication, options: ApplicationOptions, logger: JsonLogger, { render, recording }: Furniture): void => {
  const { environment, rawBodies, clientFolder, docs } = options;
  const metrics = app.get(Metrics, { strict: false });
  const filter = new ProblemFilter(logger, metrics, (path) => allowedMethods(app.getHttpAdapter().getInstance(), path));
  if (environment.TRUST_PROXY !== undefined) app.set('trust proxy', environment.TRUST_PROXY);
  app.set('x-powered-by', false).set('query parser', 'simple').set('etag', false);
  app.use(requestLog(logger, metrics, environment.TRUST_PROXY !== undefined));
  if (recording) app.use(requestTrace(recording));
  app.use(securityHeaders(environment.PUBLIC_URL.startsWith('https:')));
  app.use(metricsRoute(metrics, environment.METRICS_TOKEN));
  app.use(compression());
  if (clientFolder !== undefined) app.use(clientFiles(clientFolder, { render, origin: environment.PUBLIC_URL }));
  if (docs !== undefined) serveDocs(app, docs);
  app.use(sameOrigin(environment.PUBLIC_URL));
  app.use(...bodyParsers(rawBodies), ...app.get(RequestHandlers, { strict: false }).all);
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => filter.answer(error, request, response));
  app.useGlobalFilters(filter);
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalInterceptors(new SerializerInterceptor(app.get(Reflector)));
  app.enableShutdownHooks();
};
