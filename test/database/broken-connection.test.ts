import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { dataSourceOptions } from '@nmirf/platform/database/data-source';
import { Queues } from '@nmirf/platform/queue/queues';
import { DataSource } from 'typeorm';

const message = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};

const AUTHENTICATED = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const ENDED = message('E', Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'));

let server: Server;

beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    // "Ready" and "the end" in one packet, as happens when a database restarts: nobody has had time to listen for the second.
    socket.once('data', () => socket.end(Buffer.concat([AUTHENTICATED, READY, ENDED])));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
});

const urlOf = (at: Server): string => `postgres://postgres@127.0.0.1:${(at.address() as AddressInfo).port}/any`;

it('a connection that ends in the moment it is ready fails its question, and not the process', async () => {
  const db = new DataSource(dataSourceOptions({ url: urlOf(server), entities: [], migrations: [] }));
  await expect(db.initialize()).rejects.toThrow(/terminat|not queryable/i);
});

it('a queue whose connection ends in that moment fails, and not the process', async () => {
  const queues = new Queues({ databaseUrl: urlOf(server) });
  await expect(queues.queue('any').waitUntilReady()).rejects.toThrow(/terminat|not queryable/i);
  await queues.beforeApplicationShutdown();
});
