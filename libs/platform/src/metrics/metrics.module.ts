import { Global, Module } from '@nestjs/common';
import { Traces } from '../tracing/traces.js';
import { Metrics } from './metrics.js';

/** How a server can be watched from outside. */
@Global()
@Module({ providers: [Metrics, Traces], exports: [Metrics, Traces] })
export class MetricsModule {}
