import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import swaggerUi from 'swagger-ui-express';
import { DOCS_PATH } from './headers.js';
import { describe, type Description } from './openapi.js';

/** The description of the API and its viewer, at `/api/docs`. It is made when first asked for. */
export const serveDocs = (app: NestExpressApplication, description: Description): void => {
  let made: object | undefined;
  const options = { customSiteTitle: description.title, swaggerUrl: './openapi.json' };
  app.use(`${DOCS_PATH}/openapi.json`, (_request: Request, response: Response) => response.json((made ??= describe(app, description))));
  app.use(DOCS_PATH, (request: Request, response: Response, next: () => void) => {
    // The viewer names its files relative to a folder.
    if (request.originalUrl === DOCS_PATH) response.redirect(301, `${DOCS_PATH}/`);
    else next();
  });
  app.use(DOCS_PATH, ...swaggerUi.serveFiles(undefined, options), swaggerUi.setup(undefined, options));
};
