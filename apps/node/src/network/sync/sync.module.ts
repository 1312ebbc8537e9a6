import { Module } from '@nestjs/common';
import { DrainWorker } from './drain.worker.js';
import { HubClient } from './hub-client.js';
import { Puller } from './puller.js';
import { QueueController } from './queue.controller.js';
import { QueueQueries } from './queue.queries.js';

@Module({ controllers: [QueueController], providers: [HubClient, DrainWorker, Puller, QueueQueries] })
export class SyncModule {}
