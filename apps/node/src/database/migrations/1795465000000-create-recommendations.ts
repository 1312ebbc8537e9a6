import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRecommendations1795465000000 implements MigrationInterface {
  name = 'CreateRecommendations1795465000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists pg_trgm');
    await runner.query(`
      create table source_document (
        id uuid not null constraint source_document_pkey primary key,
        country text not null,
        symbol text not null,
        body text not null,
        cycle integer,
        session integer,
        year integer,
        generation text not null,
        imported_at timestamptz not null,
        constraint source_document_symbol unique (country, symbol)
      )`);
    await runner.query(`
      create table recommendation (
        id uuid not null constraint recommendation_pkey primary key,
        source_document_id uuid not null constraint recommendation_source_document_fkey references source_document (id),
        country text not null,
        document_symbol text not null,
        paragraph text not null,
        text text not null,
        recommending_states text array not null,
        position text not null,
        position_source text,
        primary_theme text,
        themes text array not null,
        affected_persons text array not null,
        sdgs text array not null,
        sdg_goals smallint array not null,
        order_key text collate "C" not null,
        search_text text not null,
        content_digest text not null,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint recommendation_reference unique (country, document_symbol, paragraph)
      )`);
    await runner.query('create unique index recommendation_order on recommendation (order_key)');
    await runner.query('create index recommendation_source_document on recommendation (source_document_id)');
    await runner.query('create index recommendation_states on recommendation using gin (recommending_states)');
    await runner.query('create index recommendation_themes on recommendation using gin (themes)');
    await runner.query('create index recommendation_sdg_goals on recommendation using gin (sdg_goals)');
    await runner.query('create index recommendation_search on recommendation using gin (search_text gin_trgm_ops)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table recommendation, source_document');
  }
}
