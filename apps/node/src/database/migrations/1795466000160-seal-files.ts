import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that leave encrypted are made from those that lie here. */
export class SealFiles1795466000160 implements MigrationInterface {
  readonly name = 'SealFiles1795466000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outgoing_file add column plain text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outgoing_file drop column plain');
  }
}
