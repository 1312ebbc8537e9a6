import pg from 'pg';
import { eventually } from './waiting.js';

const WAITING = `
  select 1 from pg_locks lock join pg_class class on class.oid = lock.relation
   where class.relname = $1 and not lock.granted and lock.database = (select oid from pg_database where datname = current_database())`;

const CUT = `
  select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name <> $1`;

/** By which a lock's own connections are known. */
const CONNECTION = { application_name: 'table lock' };

/** A table that nobody else can touch: whoever comes to it waits there, in the middle of a transaction. */
class TableLock {
  private constructor(
    private readonly client: pg.Client,
    private readonly watcher: pg.Client,
    private readonly table: string,
  ) {}

  static async on(database: string, table: string, mode: 'access exclusive' | 'share'): Promise<TableLock> {
    const connection = { ...CONNECTION, connectionString: database };
    const [client, watcher] = [new pg.Client(connection), new pg.Client(connection)];
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

  /** Ends every connection to the database but those of the lock. */
  async cut(): Promise<void> {
    await this.watcher.query(CUT, [CONNECTION.application_name]);
  }

  async release(): Promise<void> {
    await this.client.query('rollback');
    await Promise.all([this.client.end(), this.watcher.end()]);
  }
}

interface Locked {
  readonly database: string;
  readonly table: string;
  /** `share`: it is still read, and nobody can write. */
  readonly mode?: 'access exclusive' | 'share';
}

/** Does something while a table is locked, and unlocks it however that ends. */
export const whileLocked = async (
  { database, table, mode = 'access exclusive' }: Locked,
  work: (lock: TableLock) => Promise<unknown>,
): Promise<void> => {
  const lock = await TableLock.on(database, table, mode);
  try {
    await work(lock);
  } finally {
    await lock.release();
  }
};
