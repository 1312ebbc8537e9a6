import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';

/** A moment on the way to the hub at which everything stands still. */
export interface Held {
  /** Resolves when a request has come that far. */
  readonly reached: Promise<void>;
  /** Lets it, and whatever else was held, go on. */
  release(): void;
}

type Stage = 'request' | 'answer';
interface Hold {
  readonly path: string;
  readonly stage: Stage;
  readonly reached: () => void;
  readonly released: Promise<void>;
}

/**
 * The hub's public address: a proxy that can hold requests to a path before they reach the hub (`request`), or the hub's answers to
 * them (`answer`).
 */
export class HeldHub {
  private readonly holds = new Set<Hold>();
  private constructor(
    private readonly server: Server,
    private port: number,
    readonly url: string,
  ) {}

  static async before(hubPort: number, port: number): Promise<HeldHub> {
    const server = createServer((incoming, outgoing) => void proxy.pass(incoming, outgoing));
    const proxy = new HeldHub(server, hubPort, `http://127.0.0.1:${port}`);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return proxy;
  }

  hold(path: string, stage: Stage): Held {
    let [reached, release] = [() => {}, () => {}];
    const arrival = new Promise<void>((resolve) => (reached = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    const hold = { path, stage, reached: () => reached(), released };
    this.holds.add(hold);
    return {
      reached: arrival,
      release: () => {
        this.holds.delete(hold);
        release();
      },
    };
  }

  /** From now on the hub is reached here. */
  lead(port: number): void {
    this.port = port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async wait(path: string, stage: Stage): Promise<void> {
    const hold = [...this.holds].find((one) => one.stage === stage && path.startsWith(one.path));
    if (!hold) return;
    hold.reached();
    await hold.released;
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method, url: path = '/', headers } = incoming;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    await this.wait(path, 'request');
    if (outgoing.destroyed) return;
    const forwarded = request({ host: '127.0.0.1', port: this.port, method, path, headers }, async (answer) => {
      answer.on('error', () => outgoing.destroy());
      await this.wait(path, 'answer');
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    outgoing.on('close', () => forwarded.destroy());
    forwarded.end(Buffer.concat(chunks));
  }
}
