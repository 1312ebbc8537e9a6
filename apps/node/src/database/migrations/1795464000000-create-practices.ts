import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePractices1795464000000 implements MigrationInterface {
  name = 'CreatePractices1795464000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table practice (
        id uuid not null constraint practice_pkey primary key,
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
        released_at timestamptz
      )`);
    await runner.query('create index practice_newest on practice (updated_at, id)');
    await runner.query('create unique index practice_public_id on practice (public_id)');
    await runner.query(`
      create table practice_review (
        practice_id uuid not null constraint practice_review_pkey primary key,
        decisions json not null,
        reviewers uuid array not null,
        approved_digest text,
        approved_by uuid,
        day date
      )`);
    await runner.query(`
      create table allowed_word (
        word text not null constraint allowed_word_pkey primary key,
        reason text not null,
        allowed_by uuid not null,
        practice_id uuid not null,
        allowed_at timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table allowed_word, practice_review, practice');
  }
}
