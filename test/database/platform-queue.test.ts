import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccessModule } from '@nmirf/platform/access/access.module';
import { DatabaseModule } from '@nmirf/platform/database/database.module';
import { platformEnvironment } from '@nmirf/platform/environment/environment';
import { createApplication } from '@nmirf/platform/http/application';
import { Metrics } from '@nmirf/platform/metrics/metrics';
import { Bells } from '@nmirf/platform/queue/bell';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { QueueModule } from '@nmirf/platform/queue/queue.module';
import { recorded, span } from '@nmirf/platform/tracing/span';
import { Traces } from '@nmirf/platform/tracing/traces';
import { freshDatabase, type TestDatabase } from '../harness/postgres.js';
import { TraceReceiver } from '../harness/trace-receiver.js';
import { eventually } from '../harness/waiting.js';

@Injectable()
class Drain {
  runs = 0;
  atOnce = 0;
  most = 0;
  heard: (() => void) | undefined;

  @OnBell('drain')
  async drain(): Promise<void> {
    this.runs += 1;
    this.most = Math.max(this.most, (this.atOnce += 1));
    this.heard?.();
    await new Promise((resolve) => setImmediate(resolve));
    this.atOnce -= 1;
  }

  swept = 0;

  @OnBell('swept', { sweep: true })
  async sweep(): Promise<void> {
    this.swept += 1;
  }

  @OnBell('fails')
  async fail(): Promise<void> {
    throw new Error('failed');
  }
}

const boot = async (url: string, worker: boolean, traces: string, redisUrl?: string): Promise<NestExpressApplication> => {
  @Module({
    imports: [
      DatabaseModule.forRoot({ url, entities: [], migrations: [] }),
      QueueModule.forRoot({ databaseUrl: url, redisUrl, worker }),
      AccessModule.forRoot({ roles: {} }),
    ],
    providers: [Drain],
  })
  class Server {}
  const environment = platformEnvironment.parse({
    NODE_ENV: 'test',
    PUBLIC_URL: 'http://127.0.0.1',
    DATABASE_URL: url,
    SESSION_SECRET: 'x'.repeat(32),
    LOG_LEVEL: 'silent',
    TRACES_URL: traces,
  });
  return createApplication(Server, { environment, name: worker ? 'worker' : 'server' });
};

const redisUrl = process.env['TEST_REDIS_URL'];
const backends: [string, string | undefined][] =
  redisUrl === undefined
    ? [['PostgreSQL', undefined]]
    : [
        ['PostgreSQL', undefined],
        ['Redis', redisUrl],
      ];

describe.each(backends)('bells on %s', (_, redis) => {
  let database: TestDatabase;
  let worker: NestExpressApplication;
  let server: NestExpressApplication;
  const receiver = new TraceReceiver();
  beforeAll(async () => {
    process.env['OTEL_BSP_SCHEDULE_DELAY'] = '50';
    await receiver.start();
    database = await freshDatabase('platform_queue');
    worker = await boot(database.url, true, receiver.url, redis);
    server = await boot(database.url, false, receiver.url, redis);
  });
  afterAll(async () => {
    await Promise.all([server.close(), worker.close()]);
    await database.drop();
    await receiver.stop();
  });

  it('starts the handler here at once, never twice at the same time', async () => {
    const [bells, drain] = [worker.get(Bells), worker.get(Drain)];
    await Promise.all(Array.from({ length: 50 }, () => bells.ring('drain')));
    await bells.idle();
    expect(drain.most).toBe(1);
    expect(drain.runs).toBe(2);
  });

  it('reaches the process that works', async () => {
    const drain = worker.get(Drain);
    const before = server.get(Drain).runs;
    for (let index = 0; index < 10; index += 1) {
      const heard = new Promise<void>((resolve) => (drain.heard = resolve));
      await server.get(Bells).ring('drain');
      await heard;
      await server.get(Bells).idle();
      await worker.get(Bells).idle();
    }
    expect(server.get(Drain).runs).toBe(before);
  });

  it('is part of what it was rung for, in whichever process', async () => {
    const traces = new Traces();
    const recording = await traces.open(receiver.url, 'server');
    await recorded(recording, () => span('request', () => server.get(Bells).ring('drain')));
    await Promise.all([server.get(Bells).idle(), worker.get(Bells).idle()]);
    await traces.onApplicationShutdown();
    const ways = () => receiver.spans.map((each) => receiver.wayTo(each).join(' > '));
    await eventually(async () => ways().find((way) => way === 'server request > server ring > worker heard > worker drain'));
  });

  it('rings what is swept at start, where handlers run', () => {
    expect(worker.get(Drain).swept).toBe(1);
    expect(server.get(Drain).swept).toBe(0);
  });

  it('counts a handler that fails, and goes on', async () => {
    await server.get(Bells).ring('fails');
    await worker.get(Bells).ring('fails');
    await Promise.all([server.get(Bells).idle(), worker.get(Bells).idle()]);
    expect(await worker.get(Metrics).value('bell_failures_total', { bell: 'fails' })).toBeGreaterThan(0);
    await worker.get(Bells).check();
  });

  it('forgets a bell nobody answers', async () => {
    await worker.get(Bells).ring('unheard');
    await worker.get(Bells).idle();
  });
});
