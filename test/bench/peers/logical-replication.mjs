// @ts-check
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { makeDatabases, startPostgres } from '../../../scripts/steps/postgres.mjs';
import { freePort } from '../../../scripts/steps/free-port.mjs';
import { rateOf } from './rate.mjs';

const ROWS = 1_000;
const TABLE = 'create table message (id bigserial primary key, body text not null)';

/** Rows of one database appear in another: neither signed nor checked, and as fast as PostgreSQL goes. @type {(run: import('./peers.mjs').Run) => Promise<import('./peers.mjs').Figures>} */
export const logicalReplication = async ({ documents, folder }) => {
  const port = await freePort();
  const first = await startPostgres(folder, port);
  await makeDatabases(port, ['sender', 'reader']);
  /** @param {string} database */
  const connect = async (database) => {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: 'password', database });
    await client.connect();
    return client;
  };
  const before = await connect('sender');
  await before.query('alter system set wal_level = logical');
  await before.end();
  // The level of the log is read at the start.
  await first.stop();
  const postgres = await startPostgres(folder, port);
  const [sender, reader] = [await connect('sender'), await connect('reader')];
  try {
    await Promise.all([sender, reader].map((client) => client.query(TABLE)));
    await sender.query('create publication everything for table message');
    // Both databases are of one server: the slot has to be there before.
    await sender.query(`select pg_create_logical_replication_slot('reader', 'pgoutput')`);
    const from = `host=127.0.0.1 port=${port} user=postgres password=password dbname=sender`;
    await reader.query(
      `create subscription reader connection '${from}' publication everything with (create_slot = false, slot_name = reader)`,
    );
    const rate = await rateOf(documents.length, async () => {
      for (let at = 0; at < documents.length; at += ROWS)
        await sender.query('insert into message (body) select unnest($1::text[])', [documents.slice(at, at + ROWS)]);
      while (Number((await reader.query('select count(*) from message')).rows[0].count) < documents.length) await pause(10);
    });
    await reader.query('drop subscription reader');
    return { publish: rate, pull: rate };
  } finally {
    await Promise.all([sender.end(), reader.end()]);
    await postgres.stop();
  }
};
