import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutboxEvent1795460000010 implements MigrationInterface {
  name = 'CreateOutboxEvent1795460000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox_event (
        id uuid not null constraint outbox_event_pkey primary key,
        name text not null,
        payload jsonb not null,
        recorded_at timestamptz not null default now(),
        sent_at timestamptz
      )`);
    await runner.query('create index outbox_event_unsent on outbox_event (sent_at) where sent_at is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox_event');
  }
}
