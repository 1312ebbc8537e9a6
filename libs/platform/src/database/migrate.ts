import type { DataSource } from 'typeorm';
import { withLockInTurn } from './advisory-lock.js';

/** Brings the database up to date and returns the names of the migrations it ran. Processes that start together take turns. */
export const migrate = (dataSource: DataSource): Promise<readonly string[]> =>
  withLockInTurn(dataSource, 'migrations', async () => {
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  });
