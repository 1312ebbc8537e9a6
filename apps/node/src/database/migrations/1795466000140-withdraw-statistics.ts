import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A released table that was taken back stays in the ledger. */
export class WithdrawStatistics1795466000140 implements MigrationInterface {
  readonly name = 'WithdrawStatistics1795466000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table statistics_release add withdrawn jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table statistics_release drop withdrawn');
  }
}
