import { withdrawal, type Withdrawal } from '@nmirf/contracts/content/withdrawal';
import type { PersonView } from '@nmirf/contracts/identity/session';
import {
  practiceRelease,
  type PracticeRelease,
  type PracticeView,
  practiceView,
  reviewDecisions,
  type ReviewDecisions,
  reviewView,
  type ReviewView,
} from '@nmirf/contracts/practices/authoring';
import { practiceRefusal, type PracticeRefusal } from '@nmirf/contracts/practices/refusal';
import { negotiateLanguage } from '@nmirf/languages/languages';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { RefusalService } from './refusal.service.js';
import { ReleaseService } from './release.service.js';
import { ReviewService } from './review.service.js';
import { WithdrawalService } from './withdrawal.service.js';

@Controller('api/practices/:id')
export class PublicationController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly releases: ReleaseService,
    private readonly withdrawals: WithdrawalService,
    private readonly refusals: RefusalService,
  ) {}

  /** Why the hub sent it back, and where it is to be mended. */
  @Get('refusal')
  @Allow('practice:read')
  @Returns(practiceRefusal)
  refusal(@Param('id', { schema: z.uuid() }) id: string, @Headers('accept-language') languages?: string): Promise<PracticeRefusal> {
    return this.refusals.ofPractice(id, negotiateLanguage(languages));
  }

  @Get('review')
  @Allow('practice:read')
  @Returns(reviewView)
  review(
    @Person() person: PersonView,
    @Param('id', { schema: z.uuid() }) id: string,
    @Headers('accept-language') languages?: string,
  ): Promise<ReviewView> {
    return this.reviews.view(person, id, negotiateLanguage(languages));
  }

  @Put('review')
  @Allow('practice:review')
  @Returns(reviewView)
  decide(
    @Person() person: PersonView,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reviewDecisions }) decisions: ReviewDecisions,
    @Headers('accept-language') languages?: string,
  ): Promise<ReviewView> {
    return this.reviews.decide(person, id, decisions, negotiateLanguage(languages));
  }

  @Post('release')
  @HttpCode(200)
  @Allow('practice:release')
  @Returns(practiceView)
  release(
    @Person() person: PersonView,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: practiceRelease }) { digest }: PracticeRelease,
  ): Promise<PracticeView> {
    return this.releases.release(person, id, digest);
  }

  /** Takes every published version back, everywhere. It cannot be undone. */
  @Post('withdrawal')
  @HttpCode(200)
  @Allow('practice:withdraw')
  @Returns(practiceView)
  withdraw(
    @Person() person: PersonView,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: withdrawal }) body: Withdrawal,
  ): Promise<PracticeView> {
    return this.withdrawals.withdraw(person, id, body);
  }
}
