import { type DynamicModule, Module } from '@nestjs/common';
import { PracticesModule } from '../../work/practices/practices.module.js';
import { ResourcesModule } from '../../work/resources/resources.module.js';
import { RecommendationsModule } from '../../work/recommendations/recommendations.module.js';
import { OutgoingModule } from '../sync/outgoing.module.js';
import { AllowedWordsController } from './allowed-words.controller.js';
import { AllowedWordsService } from './allowed-words.service.js';
import { AttentionController } from './attention.controller.js';
import { AttentionService, PLANT_ONE_IN } from './attention.service.js';
import { PublicationController } from './publication.controller.js';
import { RefusalService } from './refusal.service.js';
import { ReleaseService } from './release.service.js';
import { ResourcePublicationController } from './resource-publication.controller.js';
import { ResourcePublicationService } from './resource-publication.service.js';
import { ResourceReviewService } from './resource-review.service.js';
import { ResourcesReturnedWorker } from './resources-returned.worker.js';
import { ReviewService } from './review.service.js';
import { OwnStatisticsController } from './statistics.controller.js';
import { StatisticsService } from './statistics.service.js';
import { SentBackWorker } from './sent-back.worker.js';
import { TakedownWorker } from './takedown.worker.js';
import { WithdrawalService } from './withdrawal.service.js';

/** The publication gate. A name is planted before one reviewer in `plantOneIn`; before none where it is 0. */
@Module({})
export class PublicationModule {
  static forRoot(plantOneIn: number): DynamicModule {
    return {
      module: PublicationModule,
      imports: [PracticesModule, ResourcesModule, RecommendationsModule, OutgoingModule],
      controllers: [
        PublicationController,
        AllowedWordsController,
        AttentionController,
        OwnStatisticsController,
        ResourcePublicationController,
      ],
      providers: [
        { provide: PLANT_ONE_IN, useValue: plantOneIn },
        StatisticsService,
        AllowedWordsService,
        AttentionService,
        ReviewService,
        ReleaseService,
        RefusalService,
        WithdrawalService,
        ResourceReviewService,
        ResourcePublicationService,
        ResourcesReturnedWorker,
        TakedownWorker,
        SentBackWorker,
      ],
    };
  }
}
