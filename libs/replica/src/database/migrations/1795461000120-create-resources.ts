import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shared resources and the files they refer to. */
export class CreateResources1795461000120 implements MigrationInterface {
  readonly name = 'CreateResources1795461000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table replica_resource (
        id uuid not null constraint replica_resource_pkey primary key,
        version integer not null,
        source text not null,
        position bigint not null,
        message_hash bytea not null,
        received_at timestamptz not null,
        kind text not null,
        languages text[] not null,
        themes text[] not null,
        capacities text[] not null,
        commitments integer[] not null,
        words tsvector not null
      )`);
    await runner.query('create index replica_resource_newest on replica_resource (position)');
    await runner.query('create index replica_resource_words on replica_resource using gin (words)');
    await runner.query(`
      create table replica_resource_file (
        resource uuid not null constraint replica_resource_file_of references replica_resource (id) on delete cascade,
        sha256 text not null,
        size integer not null,
        media_type text not null,
        constraint replica_resource_file_pkey primary key (resource, sha256)
      )`);
    await runner.query('create index replica_resource_file_digest on replica_resource_file (sha256)');
    // A server that was behind may hold such messages already: the tables are made again from the log.
    await runner.query('update projection_state set position = 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table replica_resource_file, replica_resource');
  }
}
