import { openContext, withContext } from '@nmirf/platform/commands/command-context';
import { parseEnvironment } from '@nmirf/platform/environment/environment';
import type { INestApplicationContext } from '@nestjs/common';
import { type NodeEnvironment, nodeEnvironment } from '../node.environment.js';
import { NodeModule } from '../node.module.js';

export const environmentOf = (): NodeEnvironment => parseEnvironment(nodeEnvironment, process.env);

/** The node's parts with none of its workers. */
export const openNode = (): Promise<INestApplicationContext> => {
  const environment = { ...environmentOf(), ROLE: 'main' as const };
  return openContext(NodeModule.forRoot(environment), environment.NODE_ID);
};

/** Runs with the node's parts and closes what it opened. */
export const withNode = (work: (app: INestApplicationContext) => Promise<void>): Promise<void> => withContext(openNode(), work);
