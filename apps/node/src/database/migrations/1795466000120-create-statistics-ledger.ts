import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Released tables with the counts behind them. */
export class CreateStatisticsLedger1795466000120 implements MigrationInterface {
  readonly name = 'CreateStatisticsLedger1795466000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table statistics_release (
        kind text not null,
        version integer not null,
        day date not null,
        counted json not null,
        released_by uuid not null,
        constraint statistics_release_pkey primary key (kind, version)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table statistics_release');
  }
}
