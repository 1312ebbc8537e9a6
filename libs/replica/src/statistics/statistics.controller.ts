import { type StatisticsList, statisticsList } from '@nmirf/contracts/statistics/statistics';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Controller, Get } from '@nestjs/common';
import { StatisticsQueries } from './statistics.queries.js';

@Controller('api/statistics')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsQueries) {}

  /** What mechanisms published of their own counts, in no order of size. */
  @Get()
  @Allow('anyone')
  @Returns(statisticsList)
  async all(): Promise<StatisticsList> {
    const [items, withdrawn] = await Promise.all([this.statistics.all(), this.statistics.withdrawn()]);
    return { items, withdrawn };
  }
}
