import type { DataSourceOptions, EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import { HeardClient } from './heard-client.js';

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
  /** Connections in the pool; 10 unless told otherwise. */
  readonly poolSize?: number;
}
export type EntityClass = Extract<EntityTarget<ObjectLiteral>, new (...args: never[]) => unknown>;
export type MigrationClass = new () => MigrationInterface;

/** One place for what every data source of the network has in common, also for the TypeORM command line. */
export const dataSourceOptions = ({ url, entities, migrations, poolSize = 10 }: DatabaseOptions): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities: [...entities],
  migrations: [...migrations],
  migrationsTransactionMode: 'each',
  migrationsRun: false,
  synchronize: false,
  poolSize,
  // Nothing that is asked takes long: compiling it would cost more than all the rest.
  extra: { connectionTimeoutMillis: 10_000, Client: HeardClient, options: '-c jit=off' },
});
