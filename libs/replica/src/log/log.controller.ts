import {
  type LogCheckpointsPage,
  logCheckpointsPage,
  type LogCheckpointsQuery,
  logCheckpointsQuery,
  type LogEvidence,
  logEvidence,
  type LogGrowth,
  logGrowth,
  type LogView,
  logView,
} from '@nmirf/contracts/network/log';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Evidence } from './evidence.js';

@Controller('api/log')
export class LogController {
  constructor(private readonly evidence: Evidence) {}

  @Get()
  @Allow('anyone')
  @Returns(logView)
  view(): Promise<LogView> {
    return this.evidence.view();
  }

  @Get('growth')
  @Allow('anyone')
  @Returns(logGrowth)
  growth(): Promise<LogGrowth> {
    return this.evidence.growth();
  }

  @Get('checkpoints')
  @Allow('anyone')
  @Returns(logCheckpointsPage)
  checkpoints(@Query({ schema: logCheckpointsQuery }) query: LogCheckpointsQuery): Promise<LogCheckpointsPage> {
    return this.evidence.checkpointsPage(query);
  }

  @Get(':position')
  @Allow('anyone')
  @Returns(logEvidence)
  entry(
    @Param('position', { schema: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }) position: number,
  ): Promise<LogEvidence> {
    return this.evidence.of(position);
  }
}
