import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAudit1795460000020 implements MigrationInterface {
  name = 'CreateAudit1795460000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_entry (
        id uuid not null constraint audit_entry_pkey primary key,
        at timestamptz not null,
        person_id uuid,
        action text not null,
        subject text,
        details jsonb
      )`);
    await runner.query('create index audit_entry_action on audit_entry (action, id)');
    await runner.query('create index audit_entry_person on audit_entry (person_id, id)');
    await runner.query(`
      create function audit_entry_stays() returns trigger language plpgsql as
      $$ begin raise exception 'The audit trail is only added to'; end $$`);
    await runner.query(`
      create trigger audit_entry_stays before update or delete or truncate on audit_entry
      for each statement execute function audit_entry_stays()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_entry');
    await runner.query('drop function audit_entry_stays');
  }
}
