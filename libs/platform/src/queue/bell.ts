import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Job, Queue } from 'bullmq';
import { Metrics } from '../metrics/metrics.js';
import { span } from '../tracing/span.js';
import { Ringing } from './ringing.js';
import { type BellMetadata, ON_BELL } from './on-bell.decorator.js';
import { Queues } from './queues.js';

const QUEUE = 'bells';
const SWEEP_MS = 15_000;
/** A handler that failed, as all do while a database restarts, is not left to the sweeper. */
const AGAIN_MS = 1_000;
/** Which trace a ring belongs to, where an operator wants traces, and nothing else. */
type Ring = Readonly<Record<string, string>>;
type Provider = Record<string, (() => Promise<void>) | undefined>;

/**
 * Tells workers that something is due. A ring carries nothing and may be lost: what is due stands in the tables, and sweepers ring
 * again. Where this process runs the handler, it starts at once, in memory: a job would travel through PostgreSQL for milliseconds and
 * buy nothing, as whatever a crash leaves undone is found by the ring at start and by the sweepers. Other processes are rung by a job.
 */
@Injectable()
export class Bells implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Bells.name);
  private readonly here = new Map<string, Ringing[]>();
  private readonly elsewhere = new Map<string, Ringing>();
  private queue: Queue<Ring> | undefined;
  private sweeper: NodeJS.Timeout | undefined;
  private readonly again = new Map<string, NodeJS.Timeout>();
  private closing = false;

  constructor(
    private readonly queues: Queues,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly metrics: Metrics,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const found = this.find();
    this.queue = this.queues.queue<Ring>(QUEUE);
    if (!this.queues.works) return;
    for (const { bell, ringing } of found) this.here.set(bell, [...(this.here.get(bell) ?? []), ringing]);
    const heard = ({ name, data }: Job<Ring>) => span({ name: 'heard', from: data }, () => this.run(name));
    await this.queues.worker<Ring>(QUEUE, heard, 16);
    const swept = [...new Set(found.filter(({ sweep }) => sweep).map(({ bell }) => bell))];
    this.sweeper = setInterval(() => swept.forEach((bell) => void this.ring(bell)), SWEEP_MS).unref();
    swept.forEach((bell) => void this.ring(bell));
  }

  /** Whether handlers run in this process. */
  get works(): boolean {
    return this.queues.works;
  }

  /** Rejects when rings cannot be sent. */
  async check(): Promise<void> {
    await this.queue?.getJobCountByTypes('wait');
  }

  /** Rings; never throws and never waits for the work. */
  ring(bell: string): Promise<void> {
    if (this.closing) return Promise.resolve();
    if (this.here.has(bell)) void this.run(bell);
    else this.send(bell);
    return Promise.resolve();
  }

  /** Resolves when no bell is being answered here and no ring of this server waits in the queue. */
  async idle(): Promise<void> {
    for (;;) {
      await Promise.all(this.ringings.map((ringing) => ringing.quiet()));
      const waiting = this.queues.works ? ((await this.queue?.getJobCountByTypes('wait', 'active', 'prioritized')) ?? 0) : 0;
      if (waiting === 0 && this.ringings.every(({ isQuiet }) => isQuiet)) return;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    clearInterval(this.sweeper);
    this.again.forEach((timer) => clearTimeout(timer));
    await Promise.all(this.ringings.map((ringing) => ringing.stop()));
  }

  private get ringings(): Ringing[] {
    return [...[...this.here.values()].flat(), ...this.elsewhere.values()];
  }

  private async run(bell: string): Promise<void> {
    await Promise.all((this.here.get(bell) ?? []).map((ringing) => ringing.ring()));
  }

  private ringAgain(bell: string): void {
    clearTimeout(this.again.get(bell));
    this.again.set(bell, setTimeout(() => void this.ring(bell), AGAIN_MS).unref());
  }

  /** One job at a time is on its way for each bell; rings meanwhile send one more after it. */
  private send(bell: string): void {
    const sending = this.elsewhere.get(bell) ?? new Ringing(() => this.add(bell));
    this.elsewhere.set(bell, sending);
    void sending.ring();
  }

  private async add(bell: string): Promise<void> {
    try {
      await span('ring', async ({ headers }) => {
        await this.queue?.add(bell, headers, { deduplication: { id: bell, keepLastIfActive: true } });
      });
    } catch (error) {
      this.logger.warn(`Bell ${bell} was not heard: ${error instanceof Error ? error.message : 'unknown reason'}`);
    }
  }

  private find(): (BellMetadata & { readonly ringing: Ringing })[] {
    return this.discovery.getProviders().flatMap(({ instance }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const provider = instance as Provider;
      return this.scanner.getAllMethodNames(Object.getPrototypeOf(provider) as object).flatMap((method) => {
        const metadata = this.metadataOf(provider, method);
        return metadata === undefined ? [] : [{ ...metadata, ringing: this.ringingOf(provider, method, metadata) }];
      });
    });
  }

  private metadataOf(provider: Provider, method: string): BellMetadata | undefined {
    const handler = provider[method];
    return typeof handler === 'function' ? this.reflector.get<BellMetadata | undefined>(ON_BELL, handler) : undefined;
  }

  private ringingOf(provider: Provider, method: string, { bell, restMs }: BellMetadata): Ringing {
    return new Ringing(async () => {
      const started = performance.now();
      try {
        await span(bell, async () => provider[method]?.());
        this.metrics.observe('bell_seconds', (performance.now() - started) / 1_000, { bell });
      } catch (error) {
        if (this.closing) return;
        this.metrics.count('bell_failures_total', { bell });
        this.logger.error(
          `Bell ${bell}: ${provider.constructor.name}.${method} failed`,
          error instanceof Error ? error.stack : undefined,
          Bells.name,
        );
        this.ringAgain(bell);
      }
    }, restMs);
  }
}
