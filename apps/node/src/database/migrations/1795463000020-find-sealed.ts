import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for the hub is found in the order of its chain, however much has left before. */
export class FindSealed1795463000020 implements MigrationInterface {
  readonly name = 'FindSealed1795463000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index outgoing_message_sealed on outgoing_message (epoch, seq) where state = 'sealed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index outgoing_message_sealed');
  }
}
