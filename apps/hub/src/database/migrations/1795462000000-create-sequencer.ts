import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSequencer1795462000000 implements MigrationInterface {
  readonly name = 'CreateSequencer1795462000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "fork_evidence" ("hash" bytea NOT NULL, "source" text NOT NULL, "epoch" integer NOT NULL, "seq" integer NOT NULL, "jws" text NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_d6c448ea426c1cd965056a7ee01" PRIMARY KEY ("hash"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "receipt" ("id" uuid NOT NULL, "source" text NOT NULL, "batch" bytea NOT NULL, "jws" text NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_b4b9ec7d164235fbba023da9832" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "receipt_source" ON "receipt"  ("source", "answered_at") `);
    // Unlogged: what is heard twice after a crash of the database is idempotent, and no request waits for the disk.
    await queryRunner.query(
      `CREATE UNLOGGED TABLE "request_nonce" ("kid" text NOT NULL, "nonce" text NOT NULL, "heard_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "request_nonce_pkey" PRIMARY KEY ("kid", "nonce"))`,
    );
    await queryRunner.query(`CREATE INDEX "request_nonce_heard_at" ON "request_nonce"  ("heard_at") `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "public"."request_nonce_heard_at"`);
    await queryRunner.query(`DROP TABLE "request_nonce"`);
    await queryRunner.query(`DROP INDEX "public"."receipt_source"`);
    await queryRunner.query(`DROP TABLE "receipt"`);
    await queryRunner.query(`DROP TABLE "fork_evidence"`);
  }
}
