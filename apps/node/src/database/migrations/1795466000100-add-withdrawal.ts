import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was taken back of a practice. */
export class AddWithdrawal1795466000100 implements MigrationInterface {
  readonly name = 'AddWithdrawal1795466000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table practice add withdrawn jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table practice drop withdrawn');
  }
}
