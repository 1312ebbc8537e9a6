// @ts-check
import { once } from 'node:events';
import { createServer, request } from 'node:http';

/**
 * Stands before several processes of one server and hands requests to them in turn: to the next one when one does not listen.
 * @param {number} port @param {readonly number[]} ports
 */
export const startFront = async (port, ports) => {
  let turn = 0;
  /** @param {import('node:http').IncomingMessage} incoming @param {import('node:http').ServerResponse} outgoing @param {number} tries */
  const pass = (incoming, outgoing, tries) => {
    const { method, url: path, headers } = incoming;
    const to = { host: '127.0.0.1', port: ports[turn++ % ports.length], method, path, headers, agent: false };
    const forwarded = request(to, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => outgoing.destroy()).pipe(outgoing);
    });
    forwarded.once('socket', (socket) => socket.once('connect', () => incoming.pipe(forwarded)));
    forwarded.on('error', (/** @type {NodeJS.ErrnoException} */ { code }) => {
      if (code === 'ECONNREFUSED' && tries > 1) pass(incoming, outgoing, tries - 1);
      else outgoing.destroy();
    });
    outgoing.once('close', () => forwarded.destroy());
  };
  const server = createServer((incoming, outgoing) => pass(incoming, outgoing, ports.length));
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    port,
    server,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
