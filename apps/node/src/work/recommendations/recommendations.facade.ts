import type { RecommendationReference, RecommendationView } from '@nmirf/contracts/recommendations/recommendation';
import { Injectable } from '@nestjs/common';
import { RecommendationsQueries } from './recommendations.queries.js';

/** What other features may ask about recommendations. */
@Injectable()
export class RecommendationsFacade {
  constructor(private readonly queries: RecommendationsQueries) {}

  /** The recommendations that references name; fewer than asked when some are not here. */
  find(references: readonly RecommendationReference[]): Promise<readonly RecommendationView[]> {
    return this.queries.findReferred(references);
  }
}
