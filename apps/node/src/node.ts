import { MAX_PART, PART_TYPE } from '@nmirf/contracts/files/file';
import { createApplication } from '@nmirf/platform/http/application';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NodeEnvironment } from './node.environment.js';
import { NodeModule } from './node.module.js';

/** How the node's API is called in its description. */
export const nodeDescription = { title: 'NMIRF national node', version: '1.0' };

/** A national node, ready to listen: the same for `main.ts` and for tests. */
export const createNode = (environment: NodeEnvironment): Promise<NestExpressApplication> =>
  createApplication(NodeModule.forRoot(environment), {
    environment,
    name: environment.NODE_ID,
    rawBodies: [{ type: PART_TYPE, limit: MAX_PART }],
    docs: nodeDescription,
    ...(environment.CLIENT_DIR !== undefined && { clientFolder: environment.CLIENT_DIR }),
  });
