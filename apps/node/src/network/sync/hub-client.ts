import { randomBytes } from 'node:crypto';
import { type FileProgress, fileProgress, PART_TYPE } from '@nmirf/contracts/files/file';
import { type LackingFile, lackingFiles } from '@nmirf/contracts/files/lacking';
import type { PartQuery } from '@nmirf/contracts/files/sealed-file';
import { problemDocument } from '@nmirf/contracts/http/problem';
import { NOTE_TYPE, type OwnHead, ownHead, PAGE_TYPE, tailTaken, type WellKnown, wellKnown } from '@nmirf/contracts/network/log';
import { BATCH_TYPE } from '@nmirf/federation/batches';
import { signRequest } from '@nmirf/federation/http-signature';
import { splitLines } from '@nmirf/federation/lines';
import type { Signer } from '@nmirf/federation/keys';
import type { ProtocolFault } from '@nmirf/federation/problems';
import { openLine, type Proxies } from '@nmirf/platform/http/line';
import { span } from '@nmirf/platform/tracing/span';
import { type FeedPage, MAX_PAGE_BYTES, pageOf, pagesIn } from '@nmirf/replica/log/feed-page';
import { Inject, Injectable } from '@nestjs/common';
import type { Dispatcher } from 'undici';
import type { Link } from '../../foundation/link/link.facade.js';

/** What stands between this node and its hub. */
export const PROXIES = Symbol('proxies');

const LIFETIME_S = 60;
/** Batches that travel at once: while the hub commits some, it checks the next and receives the one after. */
export const BATCHES_IN_FLIGHT = 4;
/** Bytes of a file that travel at once: little enough that a line that breaks loses seconds. */
export const FILE_PART = 1024 * 1024;
/** A part of a file may come over a slow line. */
const PART_MS = 300_000;
const pathOf = (sha256: string): string => `/nmirf/v1/blobs/${sha256}`;

/**
 * Who signs: the first that the hub knows, for its log may be longer or shorter than the one the keys were chosen by. `undefined` asks
 * without a signature, as the public does.
 */
export type Signers = readonly [Signer | undefined, ...(Signer | undefined)[]];

interface Call {
  readonly hub: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: Uint8Array;
  readonly timeoutMs: number;
  readonly type?: string;
  readonly inOrder?: boolean;
  readonly range?: string;
  readonly signal?: AbortSignal;
}

/** The hub's answer, no problem; its body is not read yet. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AsyncIterable<Buffer>;
}

/** The hub did not answer as the protocol says: try later. `code` when it gave a problem. */
export class HubFailure extends Error {
  override readonly name = 'HubFailure';

  constructor(
    readonly code: string,
    readonly retryAfterMs = 0,
    /** The hub's time, Unix milliseconds, when it refused this node's clock. */
    readonly hubTime?: number,
    /** The places it named, each with a code. */
    readonly errors: readonly ProtocolFault[] = [],
  ) {
    super(`The hub answered ${code}`);
  }
}

/** Dials the hub: signed requests over kept connections, answers read with limits. */
@Injectable()
export class HubClient {
  private readonly lines = new Map<boolean, Dispatcher>();
  private offsetMs = 0;

  constructor(@Inject(PROXIES) private readonly proxies: Proxies) {}

  /** Now, Unix milliseconds, by the hub's clock as far as the hub has had to say it: what is signed for the hub is timed by it. */
  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** Sends a batch, one sealed message a line; answers the receipt as it was signed. */
  async send({ hub }: Link, batch: Uint8Array, signers: Signers): Promise<string> {
    const call: Call = { hub, method: 'POST', path: '/nmirf/v1/messages', body: batch, timeoutMs: 60_000, inOrder: true };
    return (await this.request(call, signers)).toString('utf8');
  }

  /** Where this node's chain ends at the hub. */
  async head({ hub }: Link, signers: Signers): Promise<OwnHead> {
    const answer = await this.request({ hub, method: 'GET', path: '/nmirf/v1/nodes/self/head', timeoutMs: 30_000 }, signers);
    return ownHead.parse(JSON.parse(answer.toString('utf8')));
  }

  /** Says which checkpoint this node has verified, as a signed note; answers that checkpoint with every cosignature. */
  async cosign({ hub }: Link, note: string, signers: Signers): Promise<string> {
    const post = { method: 'POST', path: '/nmirf/v1/log/cosignatures', body: Buffer.from(note), type: NOTE_TYPE } as const;
    return (await this.request({ hub, ...post, timeoutMs: 30_000 }, signers)).toString('utf8');
  }

  /** Sends a page that the hub's log lacks; answers how long that is then. */
  async giveTail({ hub }: Link, page: Uint8Array, signers: Signers): Promise<number> {
    const call: Call = { hub, method: 'POST', path: '/nmirf/v1/recovery/tail', body: page, type: PAGE_TYPE, timeoutMs: 60_000 };
    return tailTaken.parse(JSON.parse((await this.request(call, signers)).toString('utf8'))).size;
  }

  /** The newest checkpoint, with its cosignatures. */
  async checkpoint({ hub }: Link): Promise<string> {
    const call: Call = { hub, method: 'GET', path: '/nmirf/log1/checkpoint', timeoutMs: 30_000 };
    return (await this.request(call, [undefined])).toString('utf8');
  }

  /** What a hub says of itself, at an address that nothing is known of. */
  async describe(hub: string): Promise<WellKnown> {
    const answer = await this.request({ hub, method: 'GET', path: '/.well-known/nmirf.json', timeoutMs: 10_000 }, [undefined]);
    return wellKnown.parse(JSON.parse(answer.toString('utf8')));
  }

  /** What the committee has said to a server that takes the hub over, in order. */
  async words({ hub }: Link): Promise<string[]> {
    const answer = await this.request({ hub, method: 'GET', path: '/nmirf/v1/hand-over', timeoutMs: 5_000 }, [undefined]);
    return splitLines(answer).map((line) => Buffer.from(line).toString('latin1'));
  }

  /**
   * A page of the log from `from`; with `waitS`, held by the hub until there is news. Signed once this node is a member: before, nobody
   * knows its key, and it reads what the public reads.
   */
  async feed({ hub }: Link, from: number, limit: number, waitS: number, signers: Signers, signal?: AbortSignal): Promise<FeedPage> {
    const path = `/nmirf/v1/feed?from=${from}&limit=${limit}&wait=${waitS}`;
    const page = await this.request({ hub, method: 'GET', path, timeoutMs: (waitS + 5) * 1_000, ...(signal && { signal }) }, signers);
    return pageOf(page);
  }

  /** A part of the log from `from`: pages of the feed in one answer, for a member that is far behind. */
  async *snapshot({ hub }: Link, from: number, signers: Signers, signal: AbortSignal): AsyncGenerator<FeedPage> {
    const call: Call = { hub, method: 'GET', path: `/nmirf/v1/snapshot?from=${from}`, timeoutMs: 30_000, signal };
    const { body } = await this.tried((signer) => this.opened(call, signer), signers);
    yield* pagesIn(body);
  }

  /** How much of a file the hub holds that this node brings. */
  async held({ hub }: Link, sha256: string, signers: Signers): Promise<FileProgress> {
    const call: Call = { hub, method: 'HEAD', path: pathOf(sha256), timeoutMs: 30_000 };
    const { status, headers, body } = await this.tried((signer) => this.opened(call, signer), signers);
    await bounded(body);
    return { sha256, held: Number(headers['upload-offset']) || 0, complete: status === 200 };
  }

  /** Some of the files that the log refers to and the hub lacks. */
  async lacking({ hub }: Link, signers: Signers): Promise<readonly LackingFile[]> {
    const answer = await this.request({ hub, method: 'GET', path: '/nmirf/v1/blobs', timeoutMs: 30_000 }, signers);
    return lackingFiles.parse(JSON.parse(answer.toString('utf8'))).files;
  }

  /** Brings the next part of a file. */
  async bring({ hub }: Link, sha256: string, { from, size, type }: PartQuery, body: Uint8Array, signers: Signers): Promise<FileProgress> {
    const path = `${pathOf(sha256)}?from=${from}&size=${size}&type=${encodeURIComponent(type)}`;
    const answer = await this.request({ hub, method: 'PUT', path, body, type: PART_TYPE, timeoutMs: PART_MS }, signers);
    return fileProgress.parse(JSON.parse(answer.toString('utf8')));
  }

  /** The bytes of a file from `from` to `to`, both counted in. */
  part({ hub }: Link, sha256: string, from: number, to: number, signers: Signers): Promise<Buffer> {
    return this.request({ hub, method: 'GET', path: pathOf(sha256), range: `bytes=${from}-${to}`, timeoutMs: PART_MS }, signers);
  }

  async close(): Promise<void> {
    await Promise.all([...this.lines.values()].map((line) => line.destroy()));
  }

  private signed(request: Parameters<typeof signRequest>[0], signer: Signer): Record<string, string> {
    const created = Math.floor(this.now() / 1_000);
    const nonce = randomBytes(16).toString('base64url');
    return signRequest(request, signer, { created, expires: created + LIFETIME_S, nonce });
  }

  /** What must come in order travels on one connection, a request behind the other before the first is answered (RFC 9112 §9.3.2). */
  private line(inOrder: boolean): Dispatcher {
    const known = this.lines.get(inOrder);
    if (known) return known;
    const line = openLine(this.proxies, inOrder ? { connections: 1, pipelining: BATCHES_IN_FLIGHT } : {});
    this.lines.set(inOrder, line);
    return line;
  }

  private request(call: Call, signers: Signers): Promise<Buffer> {
    return this.tried(async (signer) => bounded((await this.opened(call, signer)).body), signers);
  }

  /** One try, another when the hub has told how far the clocks are apart, and one more with each other signer while it knows none. */
  private async tried<Answer>(
    ask: (signer: Signer | undefined) => Promise<Answer>,
    [signer, ...others]: readonly (Signer | undefined)[],
  ): Promise<Answer> {
    try {
      return await ask(signer);
    } catch (error) {
      if (!(error instanceof HubFailure)) throw error;
      if (error.code === 'key-unknown' && others.length > 0) return this.tried(ask, others);
      if (error.hubTime === undefined) throw error;
      this.offsetMs = error.hubTime - Date.now();
      return ask(signer);
    }
  }

  /** An answer that is no problem. */
  private opened(call: Call, signer: Signer | undefined): Promise<Answer> {
    const { method, path } = call;
    const told = { 'http.request.method': method, 'http.route': path.replace(/\?.*/, '').replace(/[0-9a-f]{64}/, ':sha256') };
    return span({ name: `${method} ${told['http.route']}`, kind: 'client', told }, ({ headers }) => this.asked(call, signer, headers));
  }

  private async asked(
    { hub, method, path, body, timeoutMs, type = BATCH_TYPE, inOrder = false, range, signal }: Call,
    signer: Signer | undefined,
    traced: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const headers: Record<string, string> = body ? { 'content-type': type } : {};
    const signed = signer ? this.signed({ method, url: hub + path, headers, body }, signer) : {};
    const answer = await this.line(inOrder).request({
      origin: new URL(hub).origin,
      idempotent: inOrder || method !== 'POST',
      // Otherwise nothing travels behind a request before its answer begins.
      blocking: !inOrder,
      method,
      path,
      headers: { ...headers, ...signed, ...traced, ...(range !== undefined && { range }) },
      headersTimeout: timeoutMs,
      bodyTimeout: 60_000,
      ...(body && { body }),
      ...(signal && { signal }),
    });
    const { statusCode: status, headers: answered } = answer;
    // A question without a body is answered without one: whether a file is here stands in the status.
    if (status === 200 || status === 206 || (method === 'HEAD' && status === 404)) return { status, headers: answered, body: answer.body };
    const problem = (await bounded(answer.body)).toString('utf8');
    throw failureOf(problem, status, Number(answered['retry-after'] ?? 0) * 1_000 || 0);
  }
}

/** A hub that sends without end does not fill this server's memory. */
async function bounded(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MAX_PAGE_BYTES) throw new HubFailure('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function failureOf(text: string, status: number, retryAfterMs: number): HubFailure {
  const { code = status, serverTime, errors } = problemIn(text);
  const hubTime = code === 'clock-skew' ? Date.parse(String(serverTime)) : Number.NaN;
  return new HubFailure(String(code), retryAfterMs, Number.isNaN(hubTime) ? undefined : hubTime, faultsIn(errors));
}

/** Where and why, as far as the hub says so in the form of a problem. */
const faultsIn = (errors: unknown): ProtocolFault[] => {
  const read = problemDocument.shape.errors.safeParse(errors);
  return (read.data ?? []).slice(0, 20).map(({ path, code }) => ({ path, code }));
};

function problemIn(text: string): { readonly code?: unknown; readonly serverTime?: unknown; readonly errors?: unknown } {
  try {
    return (JSON.parse(text) as object | null) ?? {};
  } catch {
    return {};
  }
}
