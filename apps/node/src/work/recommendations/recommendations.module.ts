import { Module } from '@nestjs/common';
import { RecommendationsController } from './recommendations.controller.js';
import { RecommendationsFacade } from './recommendations.facade.js';
import { RecommendationsQueries } from './recommendations.queries.js';
import { RecommendationsService } from './recommendations.service.js';

@Module({
  controllers: [RecommendationsController],
  providers: [RecommendationsService, RecommendationsQueries, RecommendationsFacade],
  exports: [RecommendationsFacade],
})
export class RecommendationsModule {}
