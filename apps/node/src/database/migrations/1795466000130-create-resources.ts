import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mechanism's own resources, and files on their way to the hub and from it. */
export class CreateOwnResources1795466000130 implements MigrationInterface {
  readonly name = 'CreateOwnResources1795466000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table resource (
        id uuid not null constraint resource_pkey primary key,
        state text not null,
        revision integer not null,
        record json not null,
        title text not null,
        title_language text not null,
        author_id uuid not null,
        edited_by uuid not null,
        return_reason text,
        created_at timestamptz not null,
        updated_at timestamptz(3) not null,
        public_id uuid,
        public_version integer,
        released_at timestamptz,
        sent_back jsonb,
        withdrawn jsonb
      )`);
    await runner.query('create index resource_newest on resource (updated_at, id)');
    await runner.query('create unique index resource_public_id on resource (public_id)');
    await runner.query(`
      create table resource_review (
        resource_id uuid not null constraint resource_review_pkey primary key,
        decisions json not null,
        reviewers uuid[] not null,
        approved_digest text,
        approved_by uuid
      )`);
    await runner.query(`
      create table outgoing_file (
        message uuid not null constraint outgoing_file_of references outgoing_message (id) on delete cascade,
        sha256 text not null,
        size integer not null,
        media_type text not null,
        held integer not null default 0,
        at_hub boolean not null default false,
        constraint outgoing_file_pkey primary key (message, sha256)
      )`);
    await runner.query('create index outgoing_file_waiting on outgoing_file (message) where not at_hub');
    await runner.query(
      'create table wanted_file (sha256 text not null constraint wanted_file_pkey primary key, asked_at timestamptz not null)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table wanted_file, outgoing_file, resource_review, resource');
  }
}
