import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words are indexed by segments of the log, and have beside them what is counted of them. The worker makes them again. */
export class SegmentWords1795461000180 implements MigrationInterface {
  readonly name = 'SegmentWords1795461000180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('truncate practice_words');
    await runner.query(`
      alter table practice_words
        add source text not null, add region text not null, add country text, add type text not null, add from_year integer not null,
        add languages text[] not null, add themes text[] not null, add sdgs integer[] not null`);
    // Words are read by their index alone: where they are long they lie aside, so that the rest of many rows is on one page.
    await runner.query('alter table practice_words set (toast_tuple_target = 128)');
    // Each search reads whatever waits to be indexed, once for every segment: nothing waits.
    await runner.query('alter index practice_words_words set (fastupdate = off)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter index practice_words_words reset (fastupdate)');
    await runner.query('alter table practice_words reset (toast_tuple_target)');
    await runner.query('truncate practice_words');
    await runner.query(`
      alter table practice_words
        drop source, drop region, drop country, drop type, drop from_year, drop languages, drop themes, drop sdgs`);
  }
}
