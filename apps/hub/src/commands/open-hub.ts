import { parseEnvironment } from '@nmirf/platform/environment/environment';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createHub } from '../hub.js';
import { type HubEnvironment, hubEnvironment } from '../hub.environment.js';

/** Runs with the hub's parts but none of its workers, and closes what it opened. */
export const withHub = async (work: (app: NestExpressApplication, environment: HubEnvironment) => Promise<void>): Promise<void> => {
  const environment = { ...parseEnvironment(hubEnvironment, process.env), ROLE: 'main' as const, LOG_LEVEL: 'error' as const };
  const app = await createHub(environment);
  try {
    await work(app, environment);
  } finally {
    await app.close();
  }
};
