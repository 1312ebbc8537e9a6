import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a file tells of people beside its content, once somebody has asked. */
export class AddTraces1795460000050 implements MigrationInterface {
  readonly name = 'AddTraces1795460000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table blob add traces jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table blob drop traces');
  }
}
