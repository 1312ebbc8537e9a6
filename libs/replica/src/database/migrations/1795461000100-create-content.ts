import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every version that was published, and what was taken back. */
export class CreateContent1795461000100 implements MigrationInterface {
  readonly name = 'CreateContent1795461000100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table replica_publication (
        position bigint not null constraint replica_publication_pkey primary key,
        subject text not null,
        source text not null,
        version integer not null,
        message_hash bytea not null,
        received_at timestamptz not null,
        erased boolean not null default false
      )`);
    await queryRunner.query('create index replica_publication_subject on replica_publication (subject, source, position)');
    await queryRunner.query('create index replica_publication_erased on replica_publication (source) where erased');
    await queryRunner.query('create unique index replica_publication_hash on replica_publication (message_hash)');
    await queryRunner.query(`
      create table replica_tombstone (
        subject text not null,
        source text not null,
        why text not null,
        reason text not null,
        purged boolean not null,
        position bigint not null,
        at timestamptz not null,
        constraint replica_tombstone_pkey primary key (subject, source)
      )`);
    // The tables are made again from the log.
    await queryRunner.query('update projection_state set position = 0');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table replica_tombstone, replica_publication');
  }
}
