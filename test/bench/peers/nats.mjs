// @ts-check
import { spawn } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { verifyEd25519 } from '../../../libs/federation/dist/crypto.js';
import { makeDatabases, startPostgres } from '../../../scripts/steps/postgres.mjs';
import { aptInstall, programOf } from '../../../scripts/steps/system.mjs';
import { freePort } from '../../../scripts/steps/free-port.mjs';
import { oneByOne, rateOf } from './rate.mjs';

const IN_FLIGHT = 100;
const ROWS = 100;
const SINGLE = 200;
const SIGNATURE = 64;

/** @param {string} folder @param {number} port */
const serve = async (folder, port) => {
  if (!programOf('nats-server') && !(await aptInstall('nats-server'))) throw new Error('nats-server cannot be installed here');
  const child = spawn(programOf('nats-server') ?? 'nats-server', ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', folder], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return async () => {
    child.kill('SIGTERM');
    await ended;
  };
};

/** Signed with Ed25519, published with an acknowledgement each; the consumer verifies with what we verify with, and inserts by the hundred. @type {(run: import('./peers.mjs').Run) => Promise<import('./peers.mjs').Figures>} */
export const nats = async ({ documents, folder, load }) => {
  const [{ connect }, { jetstream, jetstreamManager }] = await Promise.all(['@nats-io/transport-node', '@nats-io/jetstream'].map(load));
  const [port, databasePort] = [await freePort(), await freePort()];
  const stop = await serve(join(folder, 'nats'), port);
  const postgres = await startPostgres(folder, databasePort);
  try {
    await makeDatabases(databasePort, ['peer']);
    const database = new pg.Client({ host: '127.0.0.1', port: databasePort, user: 'postgres', password: 'password', database: 'peer' });
    await database.connect();
    await database.query('create table message (id bigserial primary key, body text not null)');
    const connection = await connect({ servers: `127.0.0.1:${port}`, maxReconnectAttempts: 50, waitOnFirstConnect: true });
    const manager = await jetstreamManager(connection);
    await manager.streams.add({ name: 'practices', subjects: ['practices'] });
    await manager.consumers.add('practices', { durable_name: 'reader', ack_policy: 'all', max_ack_pending: 10_000 });
    const stream = jetstream(connection);
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const raw = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));

    /** @param {string} text */
    const publish = (text) => {
      const body = Buffer.from(text);
      return stream.publish('practices', Buffer.concat([sign(null, body, privateKey), body]));
    };
    const consumer = await stream.consumers.get('practices', 'reader');
    /** Reads `count` messages into the table, `rows` at a time. @param {number} count @param {number} rows */
    const read = async (count, rows) => {
      const messages = await consumer.consume({ max_messages: 1_000 });
      /** @type {string[]} */ let batch = [];
      let done = 0;
      for await (const message of messages) {
        const body = Buffer.from(message.data);
        if (!verifyEd25519(raw, body.subarray(SIGNATURE), body.subarray(0, SIGNATURE))) throw new Error('A message does not verify');
        batch.push(body.subarray(SIGNATURE).toString());
        done += 1;
        if (batch.length < rows && done < count) continue;
        await database.query('insert into message (body) select unnest($1::text[])', [batch]);
        message.ack();
        batch = [];
        if (done === count) break;
      }
    };
    const both = await rateOf(documents.length, async () => {
      const reading = read(documents.length, ROWS);
      for (let from = 0; from < documents.length; from += IN_FLIGHT)
        await Promise.all(documents.slice(from, from + IN_FLIGHT).map(publish));
      await reading;
    });
    const single = await oneByOne(documents.slice(0, SINGLE), (text) => Promise.all([read(1, 1), publish(text)]));
    await connection.close();
    await database.end();
    return { publish: both, pull: both, ...single };
  } finally {
    await postgres.stop();
    await stop();
  }
};
