import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Ends whatever is still connected and removes the database. */
  drop(): Promise<void>;
}

const administer = async (statement: string): Promise<void> => {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('No TEST_DATABASE_URL: this Jest project has no global set-up for PostgreSQL');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** A new empty database on the PostgreSQL of this test run; `name` says in the server's log whose it is. */
export const freshDatabase = async (name: string): Promise<TestDatabase> => {
  const database = `${name.replaceAll(/[^a-z0-9]+/g, '_')}_${randomBytes(4).toString('hex')}`;
  return made(database, `create database ${database}`);
};

/** A copy of a database to which nobody is connected: a backup, put back. */
export const copyDatabase = async (of: string): Promise<TestDatabase> => {
  const original = new URL(of).pathname.slice(1);
  const database = `${original}_copy`;
  return made(database, `create database ${database} template ${original}`);
};

const made = async (database: string, statement: string): Promise<TestDatabase> => {
  await administer(statement);
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${database}`;
  return { url: url.href, drop: () => administer(`drop database if exists ${database} with (force)`) };
};
