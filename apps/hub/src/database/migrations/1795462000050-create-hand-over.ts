import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the committee has said to a server that takes the hub over, before it can sign for it. */
export class CreateHandOver1795462000050 implements MigrationInterface {
  readonly name = 'CreateHandOver1795462000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table hand_over_batch (
        node text not null constraint hand_over_batch_pkey primary key,
        body bytea not null,
        since timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table hand_over_batch');
  }
}
