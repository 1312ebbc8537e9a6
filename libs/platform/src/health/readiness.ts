import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Bells } from '../queue/bell.js';

/** Rejects when what it looks at does not work. */
export type Check = () => Promise<unknown>;

/** What must work before this server is sent requests. Features add theirs while the server is built. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, Check>();

  constructor(db: DataSource, bells: Bells) {
    this.add('database', () => db.query('select 1'));
    this.add('queue', () => bells.check());
  }

  get all(): readonly (readonly [string, Check])[] {
    return [...this.checks];
  }

  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }
}
