import type { DataSource, QueryRunner } from 'typeorm';

/** Names become PostgreSQL's 64-bit lock keys inside the database, so every process derives the same key. */
const KEY = 'hashtextextended($1, 0)';

const hold = async <Result>(runner: QueryRunner, name: string, work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } finally {
    await runner.query(`select pg_advisory_unlock(${KEY})`, [name]);
  }
};

const onOwnConnection = async <Result>(dataSource: DataSource, use: (runner: QueryRunner) => Promise<Result>): Promise<Result> => {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.connect();
    return await use(runner);
  } finally {
    await runner.release();
  }
};

/**
 * Runs `work` while holding the lock `name`; `undefined`, without running it, when somebody else holds it. The lock belongs to a
 * connection of its own, so it ends with the process whatever happens to it.
 */
export const withLock = <Result>(dataSource: DataSource, name: string, work: () => Promise<Result>): Promise<Result | undefined> =>
  onOwnConnection(dataSource, async (runner) => {
    const [row]: [{ locked: boolean }] = await runner.query(`select pg_try_advisory_lock(${KEY}) as locked`, [name]);
    return row.locked ? hold(runner, name, work) : undefined;
  });

/** Like `withLock`, but waits its turn: for work that must see what the one before it left behind. */
export const withLockInTurn = <Result>(dataSource: DataSource, name: string, work: () => Promise<Result>): Promise<Result> =>
  onOwnConnection(dataSource, async (runner) => {
    await runner.query(`select pg_advisory_lock(${KEY})`, [name]);
    return hold(runner, name, work);
  });
