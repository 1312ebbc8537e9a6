import { createServer, type Server } from 'node:http';
import type { FeedEntry } from '@nmirf/contracts/network/log';

/** A page of the feed, as text: head, entries, checkpoint with its proof. */
export interface PageText {
  readonly head: { readonly from: number; readonly next: number; readonly size: number };
  readonly entries: readonly FeedEntry[];
  readonly tail: { readonly checkpoint: string; readonly proof: readonly string[] };
}

type Tampering = (page: PageText) => PageText;
const honest: Tampering = (page) => page;

/** Stands where a node looks for its hub, and passes a real hub's pages on, changed as a test wants them. It knows nothing else. */
export class HostileHub {
  private tampering = honest;
  private constructor(
    private readonly server: Server,
    private readonly hub: string,
  ) {}

  static async before(hub: string, port: number): Promise<HostileHub> {
    const server = createServer(async ({ url = '/' }, response) => {
      const gone = new AbortController();
      response.on('close', () => gone.abort());
      await hostile
        .answer(url, gone.signal)
        .then(({ status, text }) => response.writeHead(status).end(text))
        .catch(() => response.destroy());
    });
    const hostile = new HostileHub(server, hub);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return hostile;
  }

  /** From now on pages are changed like this. */
  tamper(tampering: Tampering): void {
    this.tampering = tampering;
  }

  relent(): void {
    this.tampering = honest;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(path: string, signal: AbortSignal): Promise<{ readonly status: number; readonly text: string }> {
    if (!path.startsWith('/nmirf/v1/feed')) return { status: 404, text: '' };
    const answer = await fetch(this.hub + path, { signal });
    const text = await answer.text();
    if (answer.status !== 200) return { status: answer.status, text };
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    const { head, entries, tail } = this.tampering({ head: lines[0], entries: lines.slice(1, -1), tail: lines.at(-1) } as PageText);
    return { status: 200, text: [head, ...entries, tail].map((line) => `${JSON.stringify(line)}\n`).join('') };
  }
}
