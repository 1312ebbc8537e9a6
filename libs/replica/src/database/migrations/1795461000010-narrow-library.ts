import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a practice says stands in the log alone; the library keeps what it is narrowed by, and the words it is searched by. */
export class NarrowLibrary1795461000010 implements MigrationInterface {
  readonly name = 'NarrowLibrary1795461000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "replica_practice"`);
    await queryRunner.query(
      `CREATE TABLE "replica_practice" ("id" uuid NOT NULL, "version" integer NOT NULL, "source" text NOT NULL, "position" bigint NOT NULL, "message_hash" bytea NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, "region" text NOT NULL, "country" text, "type" text NOT NULL, "from_year" integer NOT NULL, "languages" text array NOT NULL, "themes" text array NOT NULL, "sdgs" integer array NOT NULL, CONSTRAINT "PK_90a6372bd063298d508f7852fbc" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "replica_practice_source" ON "replica_practice"  ("source", "position") `);
    await queryRunner.query(`CREATE INDEX "replica_practice_newest" ON "replica_practice"  ("position") `);
    await queryRunner.query(
      `CREATE TABLE "practice_words" ("practice" uuid NOT NULL, "position" bigint NOT NULL, "words" tsvector NOT NULL, CONSTRAINT "practice_words_pkey" PRIMARY KEY ("practice"))`,
    );
    await queryRunner.query(
      `alter table practice_words add constraint practice_words_of foreign key (practice) references replica_practice (id) on delete cascade`,
    );
    await queryRunner.query(`create index practice_words_words on practice_words using gin (words)`);
    await queryRunner.query(`CREATE INDEX "practice_words_position" ON "practice_words"  ("position") `);
    // The tables are made again from the log.
    await queryRunner.query(`update projection_state set position = 0`);
    // The place in the chain is part of what is hashed, so an index of places is an index of hashes.
    await queryRunner.query(`DROP INDEX "public"."log_entry_hash"`);
    // A message is base64url: trying to compress a long one costs time and saves nothing.
    await queryRunner.query(`alter table log_entry alter jws set storage external`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table log_entry alter jws set storage extended`);
    await queryRunner.query(`CREATE UNIQUE INDEX "log_entry_hash" ON "log_entry"  ("hash") `);
    await queryRunner.query(`DROP TABLE "practice_words"`);
    await queryRunner.query(`DROP TABLE "replica_practice"`);
    await queryRunner.query(
      `CREATE TABLE "replica_practice" ("id" uuid NOT NULL, "version" integer NOT NULL, "source" text NOT NULL, "position" bigint NOT NULL, "message_hash" bytea NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, "summary" jsonb NOT NULL, "report" jsonb NOT NULL, CONSTRAINT "PK_90a6372bd063298d508f7852fbc" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "replica_practice_source" ON "replica_practice"  ("source", "position") `);
    await queryRunner.query(`CREATE INDEX "replica_practice_newest" ON "replica_practice"  ("position") `);
    await queryRunner.query(`update projection_state set position = 0`);
  }
}
