import { Module } from '@nestjs/common';
import { PracticesModule } from '../../work/practices/practices.module.js';
import { BundlesService } from './bundles.service.js';
import { Carrier } from './carrier.js';
import { DrainWorker } from './drain.worker.js';
import { HubClient } from './hub-client.js';
import { PageKeeper } from './page-keeper.js';
import { Puller } from './puller.js';
import { QueueController } from './queue.controller.js';
import { QueueQueries } from './queue.queries.js';
import { TailOffer } from './tail-offer.js';
import { WitnessWorker } from './witness.worker.js';

@Module({
  imports: [PracticesModule],
  controllers: [QueueController],
  providers: [HubClient, DrainWorker, PageKeeper, Puller, WitnessWorker, QueueQueries, Carrier, BundlesService, TailOffer],
})
export class SyncModule {}
