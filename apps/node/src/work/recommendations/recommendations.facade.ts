import type { StatisticsKind } from '@nmirf/contracts/statistics/statistics';
import type { RecommendationReference, RecommendationView } from '@nmirf/contracts/recommendations/recommendation';
import { Injectable } from '@nestjs/common';
import { type Counted, RecommendationsQueries } from './recommendations.queries.js';

/** What other features may ask about recommendations. */
@Injectable()
export class RecommendationsFacade {
  constructor(private readonly queries: RecommendationsQueries) {}

  /** The recommendations that references name; fewer than asked when some are not here. */
  find(references: readonly RecommendationReference[]): Promise<readonly RecommendationView[]> {
    return this.queries.findReferred(references);
  }

  /** How many recommendations to a State there are, by theme or body and by position. */
  count(kind: StatisticsKind, country: string): Promise<readonly Counted[]> {
    return this.queries.count(kind, country);
  }
}
