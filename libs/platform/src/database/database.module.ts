import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
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
    const typeOrm = TypeOrmModule.forRootAsync({
      useFactory: () => ({ ...dataSourceOptions(options), retryAttempts: 0 }),
      dataSourceFactory: () => open(options),
    });
    return { module: DatabaseModule, imports: [typeOrm], providers: [Notifications], exports: [typeOrm, Notifications] };
  }
}
