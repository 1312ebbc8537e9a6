export const QUEUE_OPTIONS = Symbol('queue options');

export interface QueueOptions {
  readonly databaseUrl: string;
  /** Queues run on Redis when this is given, else in the schema `queue` of the database. */
  readonly redisUrl?: string | undefined;
  /** Whether this process runs handlers (`@OnBell`, `@On`). Processes that only serve ring for others. */
  readonly worker?: boolean;
}
