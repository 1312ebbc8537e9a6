import { Global, Logger, Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';

/** `/health/live` and `/health/ready`. Needs the database and queue modules. */
@Global()
@Module({
  imports: [TerminusModule.forRootAsync({ useFactory: () => ({ logger: new Logger('Health') }) })],
  controllers: [HealthController],
  providers: [Readiness],
  exports: [Readiness],
})
export class HealthModule {}
