import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEventDelivery1795460000010 implements MigrationInterface {
  name = 'CreateEventDelivery1795460000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event_delivery (
        id uuid not null constraint event_delivery_pkey primary key,
        event text not null,
        handler text not null,
        payload jsonb not null,
        recorded_at timestamptz not null default now(),
        due_at timestamptz not null default now(),
        failures integer not null default 0
      )`);
    await runner.query('create index event_delivery_due on event_delivery (due_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table event_delivery');
  }
}
