import 'reflect-metadata';
import { describeModule } from '@nmirf/platform/http/openapi';
import { hubDescription } from './hub.js';
import { hubEnvironment } from './hub.environment.js';
import { HubModule } from './hub.module.js';

/** The OpenAPI description of the hub, from the modules that serve it; nothing is opened for it. */
export const describe = (): Promise<object> =>
  describeModule(
    HubModule.forRoot(
      hubEnvironment.parse({
        ...{ PUBLIC_URL: 'https://hub.example', DATABASE_URL: 'postgres://hub.example/hub', KEYS_DIR: 'keys', FILES_DIR: 'files' },
        SESSION_SECRET: 'described, never served: no secret',
      }),
    ),
    hubDescription,
  );
