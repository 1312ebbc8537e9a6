import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Resources may be for members alone. All that stand here already are for everybody. */
export class RestrictResources1795461000150 implements MigrationInterface {
  readonly name = 'RestrictResources1795461000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table replica_resource add column audience text not null default '*'`);
    await runner.query('alter table replica_resource alter column audience drop default');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without the column everybody would read them.
    await runner.query(`delete from replica_resource where audience <> '*'`);
    await runner.query('alter table replica_resource drop column audience');
  }
}
