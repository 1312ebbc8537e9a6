import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members announce keys for what is shared with few. */
export class CreateAgreementKeys1795461000160 implements MigrationInterface {
  readonly name = 'CreateAgreementKeys1795461000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table replica_agreement_key (
        node text not null constraint replica_agreement_key_pkey primary key,
        key jsonb not null,
        position bigint not null
      )`);
    // A server that was behind may hold such messages already: the tables are made again from the log.
    await runner.query('update projection_state set position = 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table replica_agreement_key');
  }
}
