import { Module } from '@nestjs/common';
import { PracticesModule } from '../../work/practices/practices.module.js';
import { ResourcesModule } from '../../work/resources/resources.module.js';
import { RecommendationsModule } from '../../work/recommendations/recommendations.module.js';
import { OutgoingModule } from '../sync/outgoing.module.js';
import { AllowedWordsController } from './allowed-words.controller.js';
import { AllowedWordsService } from './allowed-words.service.js';
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

/** The publication gate. */
@Module({
  imports: [PracticesModule, ResourcesModule, RecommendationsModule, OutgoingModule],
  controllers: [PublicationController, AllowedWordsController, OwnStatisticsController, ResourcePublicationController],
  providers: [
    StatisticsService,
    AllowedWordsService,
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
})
export class PublicationModule {}
