import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSync1795463000000 implements MigrationInterface {
  readonly name = 'CreateSync1795463000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "link" ("id" integer NOT NULL, "node" text NOT NULL, "hub" text NOT NULL, "network" text NOT NULL, "failures" integer NOT NULL DEFAULT '0', "last_contact_at" TIMESTAMP WITH TIME ZONE, "next_try_at" TIMESTAMP WITH TIME ZONE, "cosigned_size" bigint NOT NULL DEFAULT '0', "stopped" jsonb, CONSTRAINT "link_single" CHECK (id = 1), CONSTRAINT "PK_26206fb7186da72fbb9eaa3fac9" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "outgoing_message" ("id" uuid NOT NULL, "state" text NOT NULL, "type" text NOT NULL, "subject" text NOT NULL, "title" text, "audience" text NOT NULL, "data" text NOT NULL, "epoch" integer, "seq" integer, "hash" bytea, "jws" text, "receipt" uuid, "problem" jsonb, "position" bigint, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "sealed_at" TIMESTAMP WITH TIME ZONE, "accepted_at" TIMESTAMP WITH TIME ZONE, "proven_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_37209093e821fe5a0eb2698c3b8" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "hub_receipt" ("id" uuid NOT NULL, "jws" text NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "hub_receipt_pkey" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE UNIQUE INDEX "outgoing_message_hash" ON "outgoing_message"  ("hash") `);
    await queryRunner.query(`CREATE INDEX "outgoing_message_sealed" ON "outgoing_message"  ("epoch", "seq") WHERE state = 'sealed'`);
    await queryRunner.query(`CREATE INDEX "outgoing_message_state" ON "outgoing_message"  ("state", "id") `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "public"."outgoing_message_state"`);
    await queryRunner.query(`DROP INDEX "public"."outgoing_message_sealed"`);
    await queryRunner.query(`DROP INDEX "public"."outgoing_message_hash"`);
    await queryRunner.query(`DROP TABLE "hub_receipt"`);
    await queryRunner.query(`DROP TABLE "outgoing_message"`);
    await queryRunner.query(`DROP TABLE "link"`);
  }
}
