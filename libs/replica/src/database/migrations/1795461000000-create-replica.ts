import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReplica1795461000000 implements MigrationInterface {
  readonly name = 'CreateReplica1795461000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "log_checkpoint" ("size" bigint NOT NULL, "root" bytea NOT NULL, "note" text NOT NULL, "signed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_7c6937eec089fe88865d6edbc67" PRIMARY KEY ("size"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "log_cosignature" ("size" bigint NOT NULL, "witness" text NOT NULL, "line" text NOT NULL, CONSTRAINT "log_cosignature_pkey" PRIMARY KEY ("size", "witness"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "log_entry" ("pos" bigint NOT NULL, "leaf" text NOT NULL, "source" text NOT NULL, "epoch" integer NOT NULL, "seq" integer NOT NULL, "hash" bytea NOT NULL, "type" text, "governance" boolean NOT NULL DEFAULT false, "audience" text NOT NULL DEFAULT '*', "jws" text, "why" text, CONSTRAINT "PK_bd6999db949078433c483e557ca" PRIMARY KEY ("pos"))`,
    );
    await queryRunner.query(`CREATE UNIQUE INDEX "log_entry_hash" ON "log_entry"  ("hash") `);
    await queryRunner.query(`CREATE INDEX "log_entry_governance" ON "log_entry"  ("pos") WHERE governance`);
    await queryRunner.query(`CREATE UNIQUE INDEX "log_entry_chain" ON "log_entry"  ("source", "epoch", "seq") `);
    await queryRunner.query(
      `CREATE TABLE "log_state" ("id" integer NOT NULL, "size" bigint NOT NULL, "frontier" bytea NOT NULL, "governance_at" bigint NOT NULL, "received_ms" bigint NOT NULL, CONSTRAINT "log_state_single" CHECK (id = 1), CONSTRAINT "PK_2dabbae13c18c0e9726a2031f24" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "log_tile" ("level" smallint NOT NULL, "index" bigint NOT NULL, "hashes" bytea NOT NULL, CONSTRAINT "PK_c517a183516f85ade8dcd56b756" PRIMARY KEY ("level", "index"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "source_head" ("source" text NOT NULL, "epoch" integer NOT NULL, "seq" integer NOT NULL, "hash" bytea NOT NULL, CONSTRAINT "PK_28312ba229f69c28daf7413554c" PRIMARY KEY ("source"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "replica_member" ("id" text NOT NULL, "mechanism" jsonb NOT NULL, "status" text NOT NULL, "committee" boolean NOT NULL, "since" TIMESTAMP WITH TIME ZONE NOT NULL, "keys" jsonb NOT NULL, CONSTRAINT "PK_e7e9e0f56590cf48a91b2eb2326" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "replica_practice" ("id" uuid NOT NULL, "version" integer NOT NULL, "source" text NOT NULL, "position" bigint NOT NULL, "message_hash" bytea NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, "summary" jsonb NOT NULL, "report" jsonb NOT NULL, CONSTRAINT "PK_90a6372bd063298d508f7852fbc" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "replica_practice_source" ON "replica_practice"  ("source", "position") `);
    await queryRunner.query(`CREATE INDEX "replica_practice_newest" ON "replica_practice"  ("position") `);
    await queryRunner.query(
      `CREATE TABLE "projection_state" ("id" integer NOT NULL, "position" bigint NOT NULL, CONSTRAINT "projection_state_single" CHECK (id = 1), CONSTRAINT "PK_1b2fdf4388ee126daaea6e15f78" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "quarantine" ("pos" bigint NOT NULL, "source" text NOT NULL, "type" text NOT NULL, "dataschema" text NOT NULL, "why" text NOT NULL, CONSTRAINT "quarantine_pkey" PRIMARY KEY ("pos"))`,
    );
    await queryRunner.query(`alter table log_entry set (toast_tuple_target = 8160)`);
    // The row every writer locks is there before the first message: an empty log (RFC 6962: no leaf), nothing shown.
    await queryRunner.query(
      `insert into log_state (id, size, frontier, governance_at, received_ms) values (1, 0, '\\x0000000000000000', -1, 0)`,
    );
    await queryRunner.query(`insert into projection_state (id, position) values (1, 0)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "quarantine"`);
    await queryRunner.query(`DROP TABLE "projection_state"`);
    await queryRunner.query(`DROP INDEX "public"."replica_practice_newest"`);
    await queryRunner.query(`DROP INDEX "public"."replica_practice_source"`);
    await queryRunner.query(`DROP TABLE "replica_practice"`);
    await queryRunner.query(`DROP TABLE "replica_member"`);
    await queryRunner.query(`DROP TABLE "source_head"`);
    await queryRunner.query(`DROP TABLE "log_tile"`);
    await queryRunner.query(`DROP TABLE "log_state"`);
    await queryRunner.query(`DROP INDEX "public"."log_entry_chain"`);
    await queryRunner.query(`DROP INDEX "public"."log_entry_governance"`);
    await queryRunner.query(`DROP INDEX "public"."log_entry_hash"`);
    await queryRunner.query(`DROP TABLE "log_entry"`);
    await queryRunner.query(`DROP TABLE "log_cosignature"`);
    await queryRunner.query(`DROP TABLE "log_checkpoint"`);
  }
}
