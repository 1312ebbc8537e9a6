import 'reflect-metadata';
import { describeModule } from '@nmirf/platform/http/openapi';
import { nodeDescription } from './node.js';
import { nodeEnvironment } from './node.environment.js';
import { NodeModule } from './node.module.js';

/** The OpenAPI description of a national node, from the modules that serve it; nothing is opened for it. */
export const describe = (): Promise<object> =>
  describeModule(
    NodeModule.forRoot(
      nodeEnvironment.parse({
        ...{
          NODE_ID: 'node:xx',
          PUBLIC_URL: 'https://node.example',
          DATABASE_URL: 'postgres://node.example/node',
          KEYS_DIR: 'keys',
          FILES_DIR: 'files',
        },
        SESSION_SECRET: 'described, never served: no secret',
      }),
    ),
    nodeDescription,
  );
