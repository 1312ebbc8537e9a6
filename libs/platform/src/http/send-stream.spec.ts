import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from '@jest/globals';
import { sendStream } from './send-stream.js';

/** What listens on an answer of a server before it is sent: the log, a trace, one for each kind of body. */
const LISTENERS = 6;

const server = createServer();
afterEach(() => {
  server.close();
});

it('sends a stream whole, breaks off where that breaks, and warns of no leak', async () => {
  const room: number[] = [];
  async function* parts() {
    yield 'one ';
    await new Promise((next) => setImmediate(next));
    yield 'two';
  }
  async function* broken() {
    yield 'one ';
    await new Promise((next) => setImmediate(next));
    throw new Error('The disk is gone');
  }
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    for (let i = 0; i < LISTENERS; i++) response.once('close', () => undefined);
    void sendStream(response, Readable.from(request.url === '/' ? parts() : broken()));
    room.push(response.getMaxListeners() - response.listenerCount('close'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const whole = await fetch(`${url}/`);
  expect(await text(whole.body!)).toBe('one two');
  const broke = await fetch(`${url}/broken`);
  await expect(broke.text()).rejects.toThrow('terminated');
  expect(Math.min(...room)).toBeGreaterThanOrEqual(0);
});
