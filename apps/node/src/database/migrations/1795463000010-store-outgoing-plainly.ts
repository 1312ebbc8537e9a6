import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sealed message is base64url: trying to compress it costs time and saves nothing. It is found by its place in the chain alone. */
export class StoreOutgoingPlainly1795463000010 implements MigrationInterface {
  readonly name = 'StoreOutgoingPlainly1795463000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table outgoing_message alter jws set storage external`);
    await queryRunner.query(`DROP INDEX "public"."outgoing_message_sealed"`);
    await queryRunner.query(`DROP INDEX "public"."outgoing_message_hash"`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "outgoing_message_chain" ON "outgoing_message"  ("epoch", "seq") WHERE state <> 'refused'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table outgoing_message alter jws set storage extended`);
    await queryRunner.query(`DROP INDEX "public"."outgoing_message_chain"`);
    await queryRunner.query(`CREATE UNIQUE INDEX "outgoing_message_hash" ON "outgoing_message"  ("hash") `);
    await queryRunner.query(`CREATE INDEX "outgoing_message_sealed" ON "outgoing_message"  ("epoch", "seq") WHERE state = 'sealed'`);
  }
}
