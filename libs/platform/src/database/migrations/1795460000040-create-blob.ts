import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files that are kept here. */
export class CreateBlob1795460000040 implements MigrationInterface {
  readonly name = 'CreateBlob1795460000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table blob (
        sha256 text not null constraint blob_pkey primary key,
        size integer not null,
        media_type text not null,
        source text not null,
        kept_at timestamptz not null,
        referenced boolean not null default false
      )`);
    await runner.query('create index blob_source on blob (source)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table blob');
  }
}
