import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a hub that was restored from a backup knows of what it has lost. */
export class CreateRecovery1795462000040 implements MigrationInterface {
  readonly name = 'CreateRecovery1795462000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table recovery (
        id integer not null constraint recovery_pkey primary key constraint recovery_single check (id = 1),
        since timestamptz not null,
        target bigint not null,
        ended_at timestamptz
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table recovery');
  }
}
