import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindOwn1795465000010 implements MigrationInterface {
  readonly name = 'FindOwn1795465000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "outgoing_message" ADD "signed_by" text NOT NULL DEFAULT 'msg'`);
    await queryRunner.query(`ALTER TABLE "outgoing_message" ADD "found" boolean NOT NULL DEFAULT false`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "outgoing_message" DROP COLUMN "found"`);
    await queryRunner.query(`ALTER TABLE "outgoing_message" DROP COLUMN "signed_by"`);
  }
}
