import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePeople1795460000000 implements MigrationInterface {
  name = 'CreatePeople1795460000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid not null constraint person_pkey primary key,
        email text not null,
        name text not null,
        language text not null,
        roles text array not null,
        password_hash text,
        created_at timestamptz not null default now(),
        disabled_at timestamptz
      )`);
    await runner.query('create unique index person_email on person (email)');
    await runner.query(`
      create table person_session (
        id_hash bytea not null constraint person_session_pkey primary key,
        id uuid not null,
        person_id uuid not null constraint person_session_person_fkey references person (id) on delete cascade,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null
      )`);
    await runner.query('create unique index person_session_id on person_session (id)');
    await runner.query('create index person_session_person on person_session (person_id)');
    await runner.query('create index person_session_expires on person_session (expires_at)');
    await runner.query(`
      create table sign_in_count (
        key bytea not null constraint sign_in_count_pkey primary key,
        since timestamptz not null,
        failures integer not null
      )`);
    await runner.query('create index sign_in_count_since on sign_in_count (since)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_count, person_session, person');
  }
}
