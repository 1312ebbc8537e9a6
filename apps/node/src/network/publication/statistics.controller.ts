import { withdrawal, type Withdrawal } from '@nmirf/contracts/content/withdrawal';
import type { PersonView } from '@nmirf/contracts/identity/session';
import {
  type StatisticsKind,
  statisticsKind,
  type StatisticsPreview,
  statisticsPreview,
  type StatisticsRelease,
  statisticsRelease,
} from '@nmirf/contracts/statistics/statistics';
import { negotiateLanguage } from '@nmirf/languages/languages';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { StatisticsService } from './statistics.service.js';

@Controller('api/own-statistics/:kind')
export class OwnStatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get()
  @Allow('recommendation:read')
  @Returns(statisticsPreview)
  preview(
    @Param('kind', { schema: statisticsKind }) kind: StatisticsKind,
    @Headers('accept-language') languages?: string,
  ): Promise<StatisticsPreview> {
    return this.statistics.preview(kind, negotiateLanguage(languages));
  }

  @Post('release')
  @HttpCode(200)
  @Allow('practice:release')
  @Returns(statisticsPreview)
  release(
    @Person() person: PersonView,
    @Param('kind', { schema: statisticsKind }) kind: StatisticsKind,
    @Body({ schema: statisticsRelease }) { digest }: StatisticsRelease,
    @Headers('accept-language') languages?: string,
  ): Promise<StatisticsPreview> {
    return this.statistics.release(person, kind, digest, negotiateLanguage(languages));
  }

  /** Takes back what was published, everywhere. A later table may be published. */
  @Post('withdrawal')
  @HttpCode(200)
  @Allow('practice:withdraw')
  @Returns(statisticsPreview)
  withdraw(
    @Person() person: PersonView,
    @Param('kind', { schema: statisticsKind }) kind: StatisticsKind,
    @Body({ schema: withdrawal }) body: Withdrawal,
    @Headers('accept-language') languages?: string,
  ): Promise<StatisticsPreview> {
    return this.statistics.withdraw(person, kind, body, negotiateLanguage(languages));
  }
}
