import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What practices say in facets has numbers, which stand beside their words. The worker makes the words again. */
export class CountCharacters1795461000190 implements MigrationInterface {
  readonly name = 'CountCharacters1795461000190';

  async up(runner: QueryRunner): Promise<void> {
    // The numbers are characters: from the first behind the surrogates on, which no text can hold.
    await runner.query(`
      create table facet_value (
        code integer generated always as identity (start with 57344),
        facet text not null,
        value text not null,
        constraint facet_value_pkey primary key (code),
        constraint facet_value_said unique (facet, value)
      )`);
    await runner.query('truncate practice_words');
    await runner.query(`
      alter table practice_words
        drop source, drop region, drop country, drop type, drop from_year, drop languages, drop themes, drop sdgs,
        add facets text not null`);
    // The words alone lie aside.
    await runner.query('alter table practice_words alter facets set storage main');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('truncate practice_words');
    await runner.query(`
      alter table practice_words
        drop facets,
        add source text not null, add region text not null, add country text, add type text not null, add from_year integer not null,
        add languages text[] not null, add themes text[] not null, add sdgs integer[] not null`);
    await runner.query('drop table facet_value');
  }
}
