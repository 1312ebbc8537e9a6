import type { Proxies } from '@nmirf/platform/http/line';
import { type DynamicModule, Module } from '@nestjs/common';
import { PracticesModule } from '../../work/practices/practices.module.js';
import { ResourcesModule } from '../../work/resources/resources.module.js';
import { AwaitedFacade } from './awaited.facade.js';
import { BundlesService } from './bundles.service.js';
import { Carrier } from './carrier.js';
import { DrainWorker } from './drain.worker.js';
import { FETCH_UP_TO, FetchWorker } from './fetch.worker.js';
import { FollowingService } from './following.service.js';
import { HubClient, PROXIES } from './hub-client.js';
import { OfferWorker } from './offer.worker.js';
import { PageKeeper } from './page-keeper.js';
import { Puller } from './puller.js';
import { QueueController } from './queue.controller.js';
import { QueueFigures } from './queue-figures.js';
import { QueueQueries } from './queue.queries.js';
import { TailOffer } from './tail-offer.js';
import { UploadWorker } from './upload.worker.js';
import { WantedFilesController } from './wanted-files.controller.js';
import { WitnessWorker } from './witness.worker.js';

/** The files of messages that are not in the log yet, or wait to be mended. */
export const OUTGOING_FILES = `
  select coalesce(f.plain, f.sha256) from outgoing_file f join outgoing_message m on m.id = f.message where m.state <> 'proven'`;

@Module({})
export class SyncModule {
  /** `fetchUpTo`: files of resources up to so many bytes are fetched by themselves; larger ones when somebody asks. */
  static forRoot(fetchUpTo: number, proxies: Proxies): DynamicModule {
    const files = [{ provide: FETCH_UP_TO, useValue: fetchUpTo }, UploadWorker, FetchWorker, OfferWorker];
    const line = [{ provide: PROXIES, useValue: proxies }, HubClient];
    return {
      module: SyncModule,
      global: true,
      imports: [PracticesModule, ResourcesModule],
      controllers: [QueueController, WantedFilesController],
      providers: [
        ...files,
        ...line,
        DrainWorker,
        PageKeeper,
        Puller,
        WitnessWorker,
        QueueQueries,
        QueueFigures,
        Carrier,
        BundlesService,
        TailOffer,
        FollowingService,
        AwaitedFacade,
      ],
      exports: [AwaitedFacade],
    };
  }
}
