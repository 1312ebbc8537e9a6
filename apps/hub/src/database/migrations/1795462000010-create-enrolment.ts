import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEnrolment1795462000010 implements MigrationInterface {
  readonly name = 'CreateEnrolment1795462000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "invitation" ("id" uuid NOT NULL, "node" text NOT NULL, "mechanism" jsonb NOT NULL, "epoch" integer NOT NULL, "prepared_by" uuid NOT NULL, "prepared_at" TIMESTAMP WITH TIME ZONE NOT NULL, "issued_by" uuid, "issued_at" TIMESTAMP WITH TIME ZONE, "expires_at" TIMESTAMP WITH TIME ZONE, "token_hash" bytea, "tries" integer NOT NULL DEFAULT '0', "used_at" TIMESTAMP WITH TIME ZONE, "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "invitation_pkey" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "enrolment" ("id" uuid NOT NULL, "invitation" uuid NOT NULL, "node" text NOT NULL, "epoch" integer NOT NULL, "request" jsonb NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, "refused_by" uuid, "refused_at" TIMESTAMP WITH TIME ZONE, "refused_why" text, "proposal" text, CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE UNIQUE INDEX "enrolment_invitation" ON "enrolment"  ("invitation") `);
    await queryRunner.query(
      `CREATE TABLE "enrolment_approval" ("enrolment" uuid NOT NULL, "person" uuid NOT NULL, "approved_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "enrolment_approval_pkey" PRIMARY KEY ("enrolment", "person"))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "enrolment_approval"`);
    await queryRunner.query(`DROP INDEX "public"."enrolment_invitation"`);
    await queryRunner.query(`DROP TABLE "enrolment"`);
    await queryRunner.query(`DROP TABLE "invitation"`);
  }
}
