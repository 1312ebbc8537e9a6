import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JsonLogger } from '../logging/logger.js';

/**
 * A server's parts for one command: no port, no pages, no workers (the module's environment says `ROLE: 'main'`). What goes wrong inside
 * is written to the error output, so that the standard output holds the command's answer and nothing else.
 */
export const openContext = (module: DynamicModule, name: string): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(module, {
    logger: new JsonLogger({ level: 'error', name, destination: process.stderr }),
    abortOnError: false,
  });

/** Does `work` with those parts, and closes what they opened. */
export const withContext = async (
  context: Promise<INestApplicationContext>,
  work: (app: INestApplicationContext) => Promise<void>,
): Promise<void> => {
  const app = await context;
  try {
    await work(app);
  } finally {
    await app.close();
  }
};
