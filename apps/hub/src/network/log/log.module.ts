import { type DynamicModule, Module } from '@nestjs/common';
import { BlobsController, QUOTA } from '../blobs/blobs.controller.js';
import { BellController } from './bell.controller.js';
import { Checkpointer } from './checkpointer.js';
import { CosignaturesController } from './cosignatures.controller.js';
import { FeedController } from './feed.controller.js';
import { FeedService } from './feed.service.js';
import { NodeRequests, PUBLIC_URL } from './node-requests.js';
import { RequestNonces } from './request-nonces.js';
import { MessagesController } from '../sequencer/messages.controller.js';
import { FoundingService } from '../sequencer/founding.service.js';
import { OwnMessages } from '../sequencer/own-messages.js';
import { Forks } from '../sequencer/forks.js';
import { ForksWorker } from '../sequencer/forks.worker.js';
import { HeadsController } from '../sequencer/heads.controller.js';
import { type Limits, LIMITS, PostingLimits } from '../sequencer/posting-limits.js';
import { HandOver } from '../sequencer/hand-over.js';
import { HandOverController } from '../sequencer/hand-over.controller.js';
import { HubChanges } from '../sequencer/hub-changes.js';
import { HubBundles } from '../sequencer/hub-bundles.js';
import { IncomingBatches } from '../sequencer/incoming-batches.js';
import { SeenClaims } from '../sequencer/seen-claims.js';
import { Sequencer } from '../sequencer/sequencer.js';

/** How messages travel: the sequencer gives them their places, the log is signed and served. */
@Module({})
export class LogModule {
  static forRoot(publicUrl: string, limits: Limits, quota: number): DynamicModule {
    return {
      module: LogModule,
      global: true,
      controllers: [
        MessagesController,
        FeedController,
        BellController,
        CosignaturesController,
        HeadsController,
        BlobsController,
        HandOverController,
      ],
      providers: [
        { provide: PUBLIC_URL, useValue: publicUrl },
        { provide: LIMITS, useValue: limits },
        { provide: QUOTA, useValue: quota },
        NodeRequests,
        RequestNonces,
        Sequencer,
        SeenClaims,
        IncomingBatches,
        HubBundles,
        PostingLimits,
        Forks,
        ForksWorker,
        OwnMessages,
        FoundingService,
        Checkpointer,
        FeedService,
        HandOver,
        HubChanges,
      ],
      exports: [FoundingService, NodeRequests, OwnMessages, HubChanges, Checkpointer],
    };
  }
}
