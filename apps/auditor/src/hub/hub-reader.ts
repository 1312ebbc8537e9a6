import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';

/** The hub cannot be read any further. That says nothing about the log. */
export type UnreadableCode = 'unreachable' | 'too-slow' | 'too-large' | 'refused' | 'not-as-agreed';

export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(
    readonly code: UnreadableCode,
    readonly path: string,
    /** The HTTP status of a refusal. */
    readonly status?: number,
  ) {
    super(`${path}: ${code}${status === undefined ? '' : ` ${status}`}`);
  }
}

/** How long a hub may take, in milliseconds: to be connected to, to be silent, and for a whole answer. */
export interface Patience {
  readonly connect: number;
  readonly silence: number;
  readonly whole: number;
}

const PATIENCE: Patience = { connect: 10_000, silence: 20_000, whole: 120_000 };
const SILENCES = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
const TRIES = 4;
const FIRST_REST_MS = 250;
const LONGEST_REST_MS = 10_000;
const BUSY = new Set([429, 502, 503, 504]);

/** Reads from a hub that may be hostile: no redirects, no compression, every answer bounded in bytes and in time. */
export class HubReader {
  /** Whether the hub has answered anything: a first call that nobody takes is no hiccup. */
  private answered = false;
  private readonly agent: Agent;

  /** `hub`: its address, with or without a path. */
  constructor(
    private readonly hub: string,
    private readonly patience: Patience = PATIENCE,
  ) {
    this.agent = new Agent({ connect: { timeout: patience.connect }, connections: 4, pipelining: 1 });
  }

  /** An answer of at most `limit` bytes. A hub that is busy or away for a moment is asked again. @throws Unreadable */
  async read(path: string, limit: number): Promise<Buffer> {
    for (let attempt = 1, rest = FIRST_REST_MS; ; attempt++, rest *= 3) {
      try {
        return await this.ask(path, limit);
      } catch (error) {
        const again = restAfter(error, rest, this.answered);
        if (attempt === TRIES || again === undefined) throw error instanceof Busy ? new Unreadable('refused', path, error.status) : error;
        await pause(again);
      }
    }
  }

  /** The same as text. @throws Unreadable */
  async readText(path: string, limit: number): Promise<string> {
    const bytes = await this.read(path, limit);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new Unreadable('not-as-agreed', path);
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async ask(path: string, limit: number): Promise<Buffer> {
    const { silence, whole } = this.patience;
    const signal = AbortSignal.timeout(whole);
    const options = { dispatcher: this.agent, headersTimeout: silence, bodyTimeout: silence, signal };
    try {
      const { statusCode, headers, body } = await request(this.hub + path, { ...options, headers: { 'accept-encoding': 'identity' } });
      this.answered = true;
      if (statusCode === 200) return await bounded(body, limit, path);
      body.on('error', () => undefined).destroy();
      if (BUSY.has(statusCode)) throw new Busy(statusCode, Number(headers['retry-after'] ?? 0) * 1_000 || 0);
      throw new Unreadable('refused', path, statusCode);
    } catch (error) {
      if (error instanceof Unreadable || error instanceof Busy) throw error;
      const isSilent = SILENCES.has(String((error as { code?: unknown }).code));
      throw new Unreadable(signal.aborted || isSilent ? 'too-slow' : 'unreachable', path);
    }
  }
}

class Busy extends Error {
  constructor(
    readonly status: number,
    readonly restMs: number,
  ) {
    super(String(status));
  }
}

/** How long to rest before asking again; undefined where that cannot help. */
function restAfter(error: unknown, rest: number, answered: boolean): number | undefined {
  if (error instanceof Busy) return Math.min(Math.max(error.restMs, rest), LONGEST_REST_MS);
  return answered && error instanceof Unreadable && error.code === 'unreachable' ? rest : undefined;
}

async function bounded(body: AsyncIterable<Buffer>, limit: number, path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limit) throw new Unreadable('too-large', path);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
