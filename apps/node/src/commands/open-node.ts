import { parseEnvironment } from '@nmirf/platform/environment/environment';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createNode } from '../node.js';
import { type NodeEnvironment, nodeEnvironment } from '../node.environment.js';

export const environmentOf = (): NodeEnvironment => parseEnvironment(nodeEnvironment, process.env);

/** The node's parts with none of its workers. */
export const openNode = (): Promise<NestExpressApplication> => createNode({ ...environmentOf(), ROLE: 'main', LOG_LEVEL: 'error' });

/** Runs with the node's parts and closes what it opened. */
export const withNode = async (work: (app: NestExpressApplication) => Promise<void>): Promise<void> => {
  const app = await openNode();
  try {
    await work(app);
  } finally {
    await app.close();
  }
};
