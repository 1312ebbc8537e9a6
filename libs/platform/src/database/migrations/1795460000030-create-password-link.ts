import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePasswordLink1795460000030 implements MigrationInterface {
  name = 'CreatePasswordLink1795460000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table password_link (
        token_hash bytea not null constraint password_link_pkey primary key,
        person_id uuid not null constraint password_link_person_fkey references person (id) on delete cascade,
        expires_at timestamptz not null
      )`);
    await runner.query('create unique index password_link_person on password_link (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table password_link');
  }
}
