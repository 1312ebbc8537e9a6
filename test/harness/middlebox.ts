import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Those of IANA's registry that travel here; what a strict proxy has never heard of, it drops. */
const REGISTERED = new Set([
  ...[
    'accept',
    'accept-encoding',
    'cache-control',
    'content-digest',
    'content-encoding',
    'content-length',
    'content-range',
    'content-type',
  ],
  ...['date', 'etag', 'host', 'range', 'retry-after', 'signature', 'signature-input', 'transfer-encoding', 'vary'],
]);
const PIECE = 997;

const known = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => REGISTERED.has(name) && name !== 'content-length'));

/**
 * A ministry's way out: a proxy that opens what it tunnels, as those that inspect TLS do, knows few headers, cuts bodies into pieces of
 * its own and keeps no connection.
 */
export class Middlebox {
  /** How many requests it has passed on. */
  passed = 0;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Middlebox> {
    const server = createServer((incoming, outgoing) => void box.pass(incoming, outgoing));
    const box = new Middlebox(server);
    server.on('connect', (_request, socket) => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      server.emit('connection', socket);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return box;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    this.passed += 1;
    const { hostname, port } = new URL(`http://${incoming.headers.host}`);
    const options = { host: hostname, port, method: incoming.method, path: incoming.url, headers: known(incoming.headers) };
    const forwarded = request(options, (answer) => {
      outgoing.shouldKeepAlive = false;
      outgoing.writeHead(answer.statusCode!, known(answer.headers));
      inPieces(answer, outgoing).catch(() => outgoing.destroy());
    });
    forwarded.on('error', () => outgoing.destroy());
    outgoing.on('close', () => forwarded.destroy());
    await inPieces(incoming, forwarded).catch(() => forwarded.destroy());
  }
}

async function inPieces(from: IncomingMessage, to: NodeJS.WritableStream): Promise<void> {
  for await (const chunk of from as AsyncIterable<Buffer>)
    for (let at = 0; at < chunk.length; at += PIECE) to.write(chunk.subarray(at, at + PIECE));
  to.end();
}
