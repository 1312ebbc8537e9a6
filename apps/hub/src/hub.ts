import { createApplication } from '@nmirf/platform/http/application';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { HubEnvironment } from './hub.environment.js';
import { MAX_PART, PART_TYPE } from '@nmirf/contracts/files/file';
import { ENROLMENT_TYPE, MAX_ENROLMENT_BYTES } from '@nmirf/contracts/network/enrolment';
import { MAX_NOTE_BYTES, NOTE_TYPE, PAGE_TYPE } from '@nmirf/contracts/network/log';
import { BATCH_TYPE, MAX_BATCH_BYTES } from '@nmirf/federation/batches';
import { MAX_PAGE_BYTES } from '@nmirf/replica/log/feed-page';
import { HubModule } from './hub.module.js';

/** How the hub's API is called in its description. */
export const hubDescription = { title: 'NMIRF hub', version: '1.0' };

/** A hub, ready to listen: the same for `main.ts` and for tests. */
export const createHub = (environment: HubEnvironment): Promise<NestExpressApplication> =>
  createApplication(HubModule.forRoot(environment), {
    environment,
    name: 'hub',
    rawBodies: [
      { type: BATCH_TYPE, limit: MAX_BATCH_BYTES, isProtocol: true },
      { type: ENROLMENT_TYPE, limit: MAX_ENROLMENT_BYTES, isProtocol: true },
      { type: PAGE_TYPE, limit: MAX_PAGE_BYTES, isProtocol: true },
      { type: PART_TYPE, limit: MAX_PART, isProtocol: true },
      { type: NOTE_TYPE, limit: MAX_NOTE_BYTES, isProtocol: true },
    ],
    docs: hubDescription,
    ...(environment.CLIENT_DIR !== undefined && { clientFolder: environment.CLIENT_DIR }),
  });
