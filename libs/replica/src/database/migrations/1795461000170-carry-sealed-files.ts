import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is shared with few may have files. */
export class CarrySealedFiles1795461000170 implements MigrationInterface {
  readonly name = 'CarrySealedFiles1795461000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table replica_sealed_file (
        position bigint not null,
        sha256 text not null,
        size integer not null,
        constraint replica_sealed_file_pkey primary key (position, sha256),
        constraint replica_sealed_file_of foreign key (position) references replica_publication (position) on delete cascade
      )`);
    await runner.query('create index replica_sealed_file_digest on replica_sealed_file (sha256)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table replica_sealed_file');
  }
}
