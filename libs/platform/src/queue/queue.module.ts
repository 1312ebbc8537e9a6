import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MetricsModule } from '../metrics/metrics.module.js';
import { Bells } from './bell.js';
import { QUEUE_OPTIONS, type QueueOptions } from './queue-options.js';
import { Queues } from './queues.js';

@Global()
@Module({})
export class QueueModule {
  static forRoot(options: QueueOptions): DynamicModule {
    return {
      module: QueueModule,
      imports: [DiscoveryModule, MetricsModule],
      providers: [{ provide: QUEUE_OPTIONS, useValue: options }, Queues, Bells],
      exports: [Queues, Bells],
    };
  }
}
