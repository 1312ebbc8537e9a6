import { withdrawal, type Withdrawal } from '@nmirf/contracts/content/withdrawal';
import type { PersonView } from '@nmirf/contracts/identity/session';
import { reviewDecisions, type ReviewDecisions } from '@nmirf/contracts/practices/authoring';
import { practiceRefusal, type PracticeRefusal } from '@nmirf/contracts/practices/refusal';
import {
  resourceRelease,
  type ResourceRelease,
  resourceReview,
  type ResourceReview,
  resourceView,
  type ResourceView,
} from '@nmirf/contracts/resources/authoring';
import { negotiateLanguage } from '@nmirf/languages/languages';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { RefusalService } from './refusal.service.js';
import { ResourcePublicationService } from './resource-publication.service.js';
import { ResourceReviewService } from './resource-review.service.js';

const id = z.uuid();

@Controller('api/resources/:id')
export class ResourcePublicationController {
  constructor(
    private readonly reviews: ResourceReviewService,
    private readonly publications: ResourcePublicationService,
    private readonly refusals: RefusalService,
  ) {}

  /** Why the hub sent it back, and where it is to be mended. */
  @Get('refusal')
  @Allow('practice:read')
  @Returns(practiceRefusal)
  refusal(@Param('id', { schema: id }) resource: string, @Headers('accept-language') languages?: string): Promise<PracticeRefusal> {
    return this.refusals.ofResource(resource, negotiateLanguage(languages));
  }

  @Get('review')
  @Allow('practice:read')
  @Returns(resourceReview)
  review(
    @Person() person: PersonView,
    @Param('id', { schema: id }) resource: string,
    @Headers('accept-language') languages?: string,
  ): Promise<ResourceReview> {
    return this.reviews.view(person, resource, negotiateLanguage(languages));
  }

  @Put('review')
  @Allow('practice:review')
  @Returns(resourceReview)
  decide(
    @Person() person: PersonView,
    @Param('id', { schema: id }) resource: string,
    @Body({ schema: reviewDecisions }) decisions: ReviewDecisions,
    @Headers('accept-language') languages?: string,
  ): Promise<ResourceReview> {
    return this.reviews.decide(person, resource, decisions, negotiateLanguage(languages));
  }

  @Post('release')
  @HttpCode(200)
  @Allow('practice:release')
  @Returns(resourceView)
  release(
    @Person() person: PersonView,
    @Param('id', { schema: id }) resource: string,
    @Body({ schema: resourceRelease }) release: ResourceRelease,
  ): Promise<ResourceView> {
    return this.publications.release(person, resource, release);
  }

  /** Takes every published version back, everywhere. It cannot be undone. */
  @Post('withdrawal')
  @HttpCode(200)
  @Allow('practice:withdraw')
  @Returns(resourceView)
  withdraw(
    @Person() person: PersonView,
    @Param('id', { schema: id }) resource: string,
    @Body({ schema: withdrawal }) body: Withdrawal,
  ): Promise<ResourceView> {
    return this.publications.withdraw(person, resource, body);
  }
}
