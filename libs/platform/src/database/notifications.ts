import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

/** Receives the payload; the empty string also means "something may have been missed, look again". */
export type NotificationHandler = (payload: string) => void;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** PostgreSQL's LISTEN and NOTIFY over one connection of its own. A hint, never the carrier of a fact: hints can be lost. */
@Injectable()
export class Notifications implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Notifications.name);
  private readonly handlers = new Map<string, Set<NotificationHandler>>();
  private client: Promise<pg.Client> | undefined;
  private pause = FIRST_PAUSE_MS;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly db: DataSource) {}

  /** Tells everybody who listens to `channel`, if and when `tx` commits. At most 8,000 bytes. */
  async notify(tx: EntityManager, channel: string, payload = ''): Promise<void> {
    await tx.query('select pg_notify($1, $2)', [channel, payload]);
  }

  /** Calls `handler` for every notification, and once after each lost connection. Returns how to stop. */
  listen(channel: string, handler: NotificationHandler): () => void {
    const handlers = this.handlers.get(channel) ?? new Set();
    this.handlers.set(channel, handlers.add(handler));
    if (this.client === undefined) this.connect();
    else void this.subscribe(this.client, channel);
    return () => {
      handlers.delete(handler);
    };
  }

  /** Resolves when everything asked for so far is being listened to. */
  async ready(): Promise<void> {
    await (await this.client)?.query('select 1');
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const client = await this.client?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  private connect(): void {
    const { url } = this.db.options as { readonly url: string };
    const client = new pg.Client({
      connectionString: url,
      application_name: 'nmirf-notifications',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client.on('notification', ({ channel, payload = '' }) => this.deliver(channel, payload));
    client.on('error', () => undefined);
    client.on('end', () => this.reconnect());
    this.client = client.connect().then(async () => {
      for (const channel of this.handlers.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      this.pause = FIRST_PAUSE_MS;
      return client;
    });
    this.client.catch((error: unknown) => {
      this.logger.warn(`Cannot listen for notifications: ${error instanceof Error ? error.message : 'unknown reason'}`);
      client.end().catch(() => undefined);
      this.reconnect();
    });
  }

  private reconnect(): void {
    if (this.closed || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.connect();
      // What was sent while nobody listened is gone: everybody looks for themselves.
      this.client?.then(
        () => this.handlers.forEach((_, channel) => this.deliver(channel, '')),
        () => undefined,
      );
    }, this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }

  private async subscribe(client: Promise<pg.Client>, channel: string): Promise<void> {
    await client.then((connected) => connected.query(`listen ${connected.escapeIdentifier(channel)}`)).catch(() => undefined);
  }

  private deliver(channel: string, payload: string): void {
    for (const handler of this.handlers.get(channel) ?? []) {
      try {
        handler(payload);
      } catch (error) {
        this.logger.error(`A listener of ${channel} failed`, error instanceof Error ? error.stack : undefined);
      }
    }
  }
}
