import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LimitAndHold1795462000030 implements MigrationInterface {
  readonly name = 'LimitAndHold1795462000030';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "posting_count" ("node" text NOT NULL, "minute" bigint NOT NULL, "posts" integer NOT NULL, "messages" integer NOT NULL, CONSTRAINT "posting_count_pkey" PRIMARY KEY ("node"))`,
    );
    await queryRunner.query(`ALTER TABLE "fork_evidence" ADD "proposal" text`);
    await queryRunner.query(`ALTER TABLE "fork_evidence" ADD "dropped_why" text`);
    await queryRunner.query(`CREATE INDEX "fork_evidence_source" ON "fork_evidence"  ("source") `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "public"."fork_evidence_source"`);
    await queryRunner.query(`ALTER TABLE "fork_evidence" DROP COLUMN "dropped_why"`);
    await queryRunner.query(`ALTER TABLE "fork_evidence" DROP COLUMN "proposal"`);
    await queryRunner.query(`DROP TABLE "posting_count"`);
  }
}
