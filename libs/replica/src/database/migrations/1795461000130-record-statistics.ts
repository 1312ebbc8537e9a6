import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of counts can be taken back: their messages are noted like those of other content, the ones that stand in the log with the rest. */
export class RecordStatistics1795461000130 implements MigrationInterface {
  readonly name = 'RecordStatistics1795461000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('update projection_state set position = 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from replica_publication where subject like 'statistics:%'`);
    await runner.query(`delete from replica_tombstone where subject like 'statistics:%'`);
  }
}
