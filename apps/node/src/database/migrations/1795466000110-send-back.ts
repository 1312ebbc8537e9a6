import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the hub refused comes back to work. */
export class SendBack1795466000110 implements MigrationInterface {
  readonly name = 'SendBack1795466000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table practice add sent_back jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update practice set state = 'draft' where state = 'sent-back'`);
    await runner.query('alter table practice drop sent_back');
  }
}
