import pg from 'pg';
import { eventually } from './waiting.js';

const WAITING = `
  select 1 from pg_locks lock join pg_class class on class.oid = lock.relation
   where class.relname = $1 and not lock.granted and lock.database = (select oid from pg_database where datname = current_database())`;

/** A table that nobody else can touch: whoever comes to it waits there, in the middle of a transaction. */
export class TableLock {
  private constructor(
    private readonly client: pg.Client,
    private readonly watcher: pg.Client,
    private readonly table: string,
  ) {}

  /** `share`: it is still read, and nobody can write. */
  static async on(database: string, table: string, mode: 'access exclusive' | 'share' = 'access exclusive'): Promise<TableLock> {
    const [client, watcher] = [new pg.Client({ connectionString: database }), new pg.Client({ connectionString: database })];
    await Promise.all([client.connect(), watcher.connect()]);
    await client.query(`begin; lock table ${table} in ${mode} mode`);
    return new TableLock(client, watcher, table);
  }

  /** Resolves when somebody waits for the table. */
  async awaited(): Promise<void> {
    await eventually(async () => ((await this.watcher.query(WAITING, [this.table])).rowCount ? true : undefined));
  }

  /** Ends what waits for the table: PostgreSQL would still do for a process that was killed what it had asked for last. */
  async forget(): Promise<void> {
    await this.watcher.query(WAITING.replace('select 1', 'select pg_terminate_backend(lock.pid)'), [this.table]);
  }

  async release(): Promise<void> {
    await this.client.query('rollback');
    await Promise.all([this.client.end(), this.watcher.end()]);
  }
}
