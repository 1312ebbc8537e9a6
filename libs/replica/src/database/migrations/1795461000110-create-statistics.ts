import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of counts that mechanisms publish. */
export class CreateStatistics1795461000110 implements MigrationInterface {
  readonly name = 'CreateStatistics1795461000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table replica_statistics (
        source text not null,
        kind text not null,
        version integer not null,
        position bigint not null,
        message_hash bytea not null,
        received_at timestamptz not null,
        constraint replica_statistics_pkey primary key (source, kind)
      )`);
    // A server that was behind may hold such messages already: the tables are made again from the log.
    await runner.query('update projection_state set position = 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table replica_statistics');
  }
}
