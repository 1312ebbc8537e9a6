import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNodeContact1795462000020 implements MigrationInterface {
  readonly name = 'CreateNodeContact1795462000020';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "node_contact" ("node" text NOT NULL, "last_contact_at" TIMESTAMP WITH TIME ZONE NOT NULL, "verified_size" bigint, "refusals" integer NOT NULL DEFAULT '0', "refusal_code" text, "refusal_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "node_contact_pkey" PRIMARY KEY ("node"))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "node_contact"`);
  }
}
