import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OnBell } from '../queue/on-bell.decorator.js';
import type { FileStore } from './file-store.js';
import { FILE_STORE, lockFile } from './files.js';

/** Queries that answer the digests which something here refers to (one column, `sha256`). */
export const FILE_REFERENCES = Symbol('references to files');

/** Rung when what refers to files has changed. */
export const FILES = 'files';

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;

/** Removes the bytes that nothing refers to any more, and what was begun and left. */
@Injectable()
export class FilesSweeper {
  private readonly references: string;
  private sweptAt = 0;

  constructor(
    private readonly db: DataSource,
    @Inject(FILE_STORE) private readonly store: FileStore,
    @Inject(FILE_REFERENCES) references: readonly string[],
  ) {
    this.references = references.length > 0 ? references.join(' union all ') : 'select null where false';
  }

  @OnBell(FILES, { sweep: true })
  async sweep(): Promise<void> {
    await this.db.query(`update blob set referenced = true where not referenced and sha256 in (${this.references})`);
    const unused: { sha256: string }[] = await this.db.query(`select sha256 from blob where ${this.isUnused}`);
    for (const { sha256 } of unused) await this.remove(sha256);
    if (Date.now() - this.sweptAt < HOUR_MS) return;
    this.sweptAt = Date.now();
    await this.store.sweepParts(this.sweptAt - DAY_MS);
    for await (const names of this.store.kept(this.sweptAt - DAY_MS)) await this.removeUnlisted(names);
  }

  /** What was referred to goes with its last reference; what never was, a day after it came. */
  private get isUnused(): string {
    return `(referenced or kept_at < now() - interval '1 day') and not exists (select from (${this.references}) used(sha256) where used.sha256 = blob.sha256)`;
  }

  private async remove(sha256: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockFile(tx, sha256);
      const [, count]: [unknown, number] = await tx.query(`delete from blob where sha256 = $1 and ${this.isUnused}`, [sha256]);
      if (count > 0) await this.store.remove(sha256);
    });
  }

  /** Bytes of which the table knows nothing: a crash came between the two. */
  private async removeUnlisted(names: readonly string[]): Promise<void> {
    const rows: { sha256: string }[] = await this.db.query('select sha256 from blob where sha256 = any($1)', [names]);
    const listed = new Set(rows.map(({ sha256 }) => sha256));
    for (const name of names) if (!listed.has(name)) await this.store.remove(name);
  }
}
