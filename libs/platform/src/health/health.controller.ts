import { Controller, Get } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { Readiness } from './readiness.js';

const TIMEOUT_MS = 2_000;

const healthView = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
type HealthView = z.infer<typeof healthView>;

/** For whoever runs the server: what is wrong stands in the log, not in the answer. */
@Controller('health')
@Returns(healthView)
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly readiness: Readiness,
  ) {}

  /** Whether the process answers; restart it when it does not. */
  @Get('live')
  @Allow('anyone')
  live(): HealthView {
    return { status: 'ok' };
  }

  /** Whether requests can be served; 503 while they cannot. */
  @Get('ready')
  @Allow('anyone')
  async ready(): Promise<HealthView> {
    await this.health.check(
      this.readiness.all.map(
        ([name, check]) =>
          () =>
            this.indicators
              .check(name)
              .attempt(async () => {
                await check();
              })
              .withTimeout(TIMEOUT_MS),
      ),
    );
    return { status: 'ok' };
  }
}
