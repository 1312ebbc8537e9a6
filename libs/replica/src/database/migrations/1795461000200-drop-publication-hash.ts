import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nothing looks a version up by its message's hash, and the log names each message once: an index that only every row pays for. */
export class DropPublicationHash1795461000200 implements MigrationInterface {
  readonly name = 'DropPublicationHash1795461000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index replica_publication_hash');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('create unique index replica_publication_hash on replica_publication (message_hash)');
  }
}
