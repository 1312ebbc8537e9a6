import { randomBytes } from 'node:crypto';
import { type FeedEntry, feedEntry, feedHead, type FeedTail, feedTail, NOTE_TYPE } from '@nmirf/contracts/network/log';
import { signRequest } from '@nmirf/federation/http-signature';
import { splitLines } from '@nmirf/federation/lines';
import { Injectable } from '@nestjs/common';
import { Pool } from 'undici';
import type { Link } from '../../foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';

const LIFETIME_S = 60;
/** A page of the feed has up to 4 MiB, and one message over. */
const MAX_ANSWER = 5 * 1024 * 1024;
/** Batches that travel at once: while the hub commits some, it checks the next and receives the one after. */
export const BATCHES_IN_FLIGHT = 4;
const MESSAGES = 'application/vnd.nmirf.jws-lines';

interface RequestOptions {
  readonly isSigned: boolean;
  readonly type?: string;
  readonly inOrder?: boolean;
  readonly signal?: AbortSignal;
}

export interface FeedPage {
  readonly from: number;
  readonly next: number;
  readonly entries: readonly FeedEntry[];
  readonly tail: FeedTail;
}

/** The hub did not answer as the protocol says: try later. `code` when it gave a problem. */
export class HubFailure extends Error {
  override readonly name = 'HubFailure';

  constructor(
    readonly code: string,
    readonly retryAfterMs = 0,
    /** The hub's time, Unix milliseconds, when it refused this node's clock. */
    readonly hubTime?: number,
  ) {
    super(`The hub answered ${code}`);
  }
}

/** Dials the hub: signed requests over kept connections, answers read with limits. */
@Injectable()
export class HubClient {
  private readonly pools = new Map<string, Pool>();
  private offsetMs = 0;

  constructor(private readonly keys: NodeKeysFacade) {}

  /** Now, Unix milliseconds, by the hub's clock as far as the hub has had to say it: what is signed for the hub is timed by it. */
  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** Sends a batch, one sealed message a line; answers the receipt as it was signed. */
  async send({ hub }: Link, batch: Uint8Array): Promise<string> {
    const answer = await this.request(hub, 'POST', '/nmirf/v1/messages', batch, 60_000, { isSigned: true, inOrder: true });
    return answer.toString('utf8');
  }

  /** Says which checkpoint this node has verified, as a signed note; answers that checkpoint with every cosignature. */
  async cosign({ hub }: Link, note: string): Promise<string> {
    const options = { isSigned: true, type: NOTE_TYPE };
    return (await this.request(hub, 'POST', '/nmirf/v1/log/cosignatures', Buffer.from(note), 30_000, options)).toString('utf8');
  }

  /** The newest checkpoint, with its cosignatures. */
  async checkpoint({ hub }: Link): Promise<string> {
    return (await this.request(hub, 'GET', '/nmirf/log1/checkpoint', undefined, 30_000, { isSigned: false })).toString('utf8');
  }

  /**
   * A page of the log from `from`; with `waitS`, held by the hub until there is news. Signed once this node is a member: before, nobody
   * knows its key, and it reads what the public reads.
   */
  async feed({ hub }: Link, from: number, limit: number, waitS: number, isMember: boolean, signal?: AbortSignal): Promise<FeedPage> {
    const page = await this.request(
      hub,
      'GET',
      `/nmirf/v1/feed?from=${from}&limit=${limit}&wait=${waitS}`,
      undefined,
      (waitS + 5) * 1_000,
      { isSigned: isMember, ...(signal && { signal }) },
    );
    const [first, ...rest] = splitLines(page).map((line) => JSON.parse((line as Buffer).toString('utf8')) as unknown);
    const head = feedHead.parse(first);
    const tail = feedTail.parse(rest.pop());
    return { ...head, entries: rest.map((entry) => feedEntry.parse(entry)), tail };
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.destroy()));
  }

  private async signed(request: Parameters<typeof signRequest>[0]): Promise<Record<string, string>> {
    const created = Math.floor(this.now() / 1_000);
    const nonce = randomBytes(16).toString('base64url');
    return signRequest(request, await this.keys.signer(), { created, expires: created + LIFETIME_S, nonce });
  }

  /** What must come in order travels on one connection, a request behind the other before the first is answered (RFC 9112 §9.3.2). */
  private pool(hub: string, inOrder: boolean): Pool {
    const name = `${hub} ${inOrder}`;
    const known = this.pools.get(name);
    if (known) return known;
    const pool = new Pool(new URL(hub).origin, {
      connect: { timeout: 10_000 },
      ...(inOrder && { connections: 1, pipelining: BATCHES_IN_FLIGHT }),
    });
    this.pools.set(name, pool);
    return pool;
  }

  /** One try, and another one when the hub has told how far the clocks are apart. */
  private async request(...call: Parameters<HubClient['once']>): Promise<Buffer> {
    try {
      return await this.once(...call);
    } catch (error) {
      if (!(error instanceof HubFailure) || error.hubTime === undefined) throw error;
      this.offsetMs = error.hubTime - Date.now();
      return this.once(...call);
    }
  }

  private async once(
    hub: string,
    method: 'GET' | 'POST',
    path: string,
    body: Uint8Array | undefined,
    headersTimeout: number,
    { isSigned, type = MESSAGES, inOrder = false, signal }: RequestOptions,
  ): Promise<Buffer> {
    const headers: Record<string, string> = body ? { 'content-type': type } : {};
    const signed = isSigned ? await this.signed({ method, url: hub + path, headers, body }) : {};
    const answer = await this.pool(hub, inOrder).request({
      idempotent: inOrder || method === 'GET',
      method,
      path,
      headers: { ...headers, ...signed },
      headersTimeout,
      bodyTimeout: 60_000,
      ...(body && { body }),
      ...(signal && { signal }),
    });
    const bytes = await bounded(answer.body);
    if (answer.statusCode === 200) return bytes;
    throw failureOf(bytes.toString('utf8'), answer.statusCode, Number(answer.headers['retry-after'] ?? 0) * 1_000 || 0);
  }
}

/** A hub that sends without end does not fill this server's memory. */
async function bounded(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MAX_ANSWER) throw new HubFailure('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function failureOf(text: string, status: number, retryAfterMs: number): HubFailure {
  const { code = status, serverTime } = problemIn(text);
  const hubTime = code === 'clock-skew' ? Date.parse(String(serverTime)) : Number.NaN;
  return new HubFailure(String(code), retryAfterMs, Number.isNaN(hubTime) ? undefined : hubTime);
}

function problemIn(text: string): { readonly code?: unknown; readonly serverTime?: unknown } {
  try {
    return (JSON.parse(text) as object | null) ?? {};
  } catch {
    return {};
  }
}
