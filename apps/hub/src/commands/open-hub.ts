import { openContext, withContext } from '@nmirf/platform/commands/command-context';
import { parseEnvironment } from '@nmirf/platform/environment/environment';
import type { INestApplicationContext } from '@nestjs/common';
import { type HubEnvironment, hubEnvironment } from '../hub.environment.js';
import { HubModule } from '../hub.module.js';

/** Runs with the hub's parts but none of its workers, and closes what it opened. */
export const withHub = async (work: (app: INestApplicationContext, environment: HubEnvironment) => Promise<void>): Promise<void> => {
  const environment = { ...parseEnvironment(hubEnvironment, process.env), ROLE: 'main' as const };
  await withContext(openContext(HubModule.forRoot(environment), 'hub'), (app) => work(app, environment));
};
