import { createHash } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { createPostgresBackend, createRedisBackend, type Job, type Queue, type Worker, withBackend } from 'bullmq';
import { HeardClient } from '../database/heard-client.js';
import { QUEUE_OPTIONS, type QueueOptions } from './queue-options.js';

/** A queue rings and retries; the truth stays in the tables. Finished jobs leave at once, failed ones stay for a day. */
const KEPT = { removeOnComplete: true, removeOnFail: { age: 86_400, count: 1_000 } } as const;

/** Servers that share one Redis must not take each other's jobs: each database has its own prefix. */
const prefixOf = (databaseUrl: string): string => {
  const { host, pathname } = new URL(databaseUrl);
  return `nmirf-${createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 12)}`;
};

/**
 * Opens BullMQ's queues and workers on this server's own backend. BullMQ's default backend belongs to the process; binding its classes
 * to a backend lets several servers, on PostgreSQL and on Redis, live in one.
 */
@Injectable()
export class Queues implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Queues.name);
  private readonly opened: (Queue | Worker)[] = [];

  constructor(@Inject(QUEUE_OPTIONS) private readonly options: QueueOptions) {}

  /** Whether this process runs handlers. */
  get works(): boolean {
    return this.options.worker ?? false;
  }

  queue<Data>(name: string): Queue<Data> {
    return this.keep(this.backend().queue(name)) as Queue<Data>;
  }

  /**
   * A worker that has begun. On PostgreSQL it begins when its tables are there: otherwise, when that fails, BullMQ remembers the failure and asks
   * again without a pause, in which nothing else of the process gets its turn. Rejects when PostgreSQL cannot be used.
   */
  async worker<Data>(name: string, process: (job: Job<Data>) => Promise<void>, concurrency: number): Promise<Worker<Data>> {
    const worker = this.keep(this.backend().worker(name, process as (job: Job) => Promise<void>, concurrency)) as Worker<Data>;
    if (worker.opts.autorun !== false) return worker;
    await worker.waitUntilReady();
    void worker
      .run()
      .catch((error: unknown) => this.logger.error(`Queue ${name} has ended`, error instanceof Error ? error.stack : undefined));
    return worker;
  }

  /** Workers first: they let running jobs end and report it. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const one of this.opened.reverse()) await one.close().catch(() => undefined);
  }

  private keep<Kind extends Queue | Worker>(one: Kind): Kind {
    (one as EventEmitter).on('error', (error: Error) => this.logger.warn(`Queue ${one.name}: ${error.message}`));
    this.opened.push(one);
    return one;
  }

  private backend(): {
    queue: (name: string) => Queue;
    worker: (name: string, process: (job: Job) => Promise<void>, concurrency: number) => Worker;
  } {
    const { databaseUrl, redisUrl } = this.options;
    if (redisUrl === undefined) {
      const { Queue, Worker } = withBackend(createPostgresBackend);
      const connection = { connectionString: databaseUrl, schema: 'queue', migrate: true, max: 2, Client: HeardClient };
      return {
        queue: (name) => new Queue(name, { connection, defaultJobOptions: KEPT }) as unknown as Queue,
        worker: (name, process, concurrency) => new Worker(name, process, { connection, concurrency, autorun: false }) as unknown as Worker,
      };
    }
    const { Queue, Worker } = withBackend(createRedisBackend);
    const [connection, prefix] = [{ url: redisUrl, maxRetriesPerRequest: null }, prefixOf(databaseUrl)];
    return {
      queue: (name) => new Queue(name, { connection, prefix, defaultJobOptions: KEPT }) as unknown as Queue,
      worker: (name, process, concurrency) => new Worker(name, process, { connection, prefix, concurrency }) as unknown as Worker,
    };
  }
}
