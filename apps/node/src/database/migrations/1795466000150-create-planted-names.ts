import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How reviewers met the names that were planted before them. */
export class CreatePlantedNames1795466000150 implements MigrationInterface {
  readonly name = 'CreatePlantedNames1795466000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table planted_name (
        practice_id uuid not null,
        person_id uuid not null,
        after_version integer not null,
        noticed boolean not null,
        decided_at timestamptz not null,
        constraint planted_name_pkey primary key (practice_id, person_id, after_version)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table planted_name');
  }
}
