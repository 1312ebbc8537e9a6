import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What ties the end of the log here to a checkpoint over more: a restored hub is given its own leaves back under it. */
export class KeepTies1795461000140 implements MigrationInterface {
  readonly name = 'KeepTies1795461000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table page_tie (size bigint not null, note text not null, proof jsonb not null, constraint page_tie_pkey primary key (size))',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table page_tie');
  }
}
