import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReviewers1795466000000 implements MigrationInterface {
  name = 'CreateReviewers1795466000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reviewer (
        person_id uuid not null constraint reviewer_pkey primary key,
        pseudonym text not null constraint reviewer_pseudonym unique
      )`);
    await runner.query('alter table practice_review add column traits json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table practice_review drop column traits');
    await runner.query('drop table reviewer');
  }
}
