import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photographs were thought to tell of nobody: those that are kept are read at the next question. */
export class ReadPhotos1795460000060 implements MigrationInterface {
  readonly name = 'ReadPhotos1795460000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update blob set traces = null where media_type like 'image/%'`);
  }

  /** What was read stays true. */
  async down(): Promise<void> {}
}
