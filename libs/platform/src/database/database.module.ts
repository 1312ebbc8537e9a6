import { randomUUID } from 'node:crypto';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type DatabaseOptions, dataSourceOptions } from './data-source.js';
import { migrate } from './migrate.js';
import { Notifications } from './notifications.js';

export interface DatabaseModuleOptions extends DatabaseOptions {
  /** False where another process brings the database up to date; true unless told otherwise. */
  readonly migrate?: boolean;
}

const open = async (options: DatabaseModuleOptions): Promise<DataSource> => {
  const dataSource = await new DataSource(dataSourceOptions(options)).initialize();
  try {
    if (options.migrate !== false) await migrate(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
};

/** The database, migrated before anything else of the server is built, and its notifications. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    // Nest's registry of names belongs to the process: a name of its own lets several servers live in one.
    const name = `database-${randomUUID()}`;
    const typeOrm = TypeOrmModule.forRootAsync({
      name,
      useFactory: () => ({ ...dataSourceOptions(options), retryAttempts: 0 }),
      dataSourceFactory: () => open(options),
    });
    return {
      module: DatabaseModule,
      imports: [typeOrm],
      providers: [{ provide: DataSource, useExisting: getDataSourceToken(name) }, Notifications],
      exports: [DataSource, Notifications],
    };
  }
}
