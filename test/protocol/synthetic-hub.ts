import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FeedEntry } from '@nmirf/contracts/network/log';
import { toBase64, toBase64url } from '@nmirf/federation/base64url';
import { signCheckpoint } from '@nmirf/federation/checkpoint';
import { rawKey, signerOf } from '@nmirf/federation/keys';
import { encodeLeaf, leafKindOf } from '@nmirf/federation/leaf';
import type { Message } from '@nmirf/federation/message';
import { encodeVerifierKey, type NoteKey, noteKey } from '@nmirf/federation/note';
import { encodeEntries, parseTilePath, type TileRef } from '@nmirf/federation/tiles';
import { Frontier, leafHash, nodeHash, planConsistency } from '@nmirf/federation/tree';
import type { Placed } from '@nmirf/federation/trust';
import { hubPairs } from './synthetic-network.js';

const START = Date.parse('2026-11-23T14:30:00.000Z');

/** The leaf of a message that was received `position` seconds after the first. */
export function leafOf({ hash, envelope: { source, epoch, seq, type } }: Message, position: number): string {
  return encodeLeaf({ kind: leafKindOf(type), source, epoch, seq, hash, receivedMs: START + position * 1_000 });
}

export const rootOf = (leaves: readonly string[]): Uint8Array => Frontier.empty().appendAll(leaves.map(leafHash)).root();
/** What somebody who has verified these leaves says in `seen`. */
export const seenOf = (leaves: readonly string[]): string => `${leaves.length}:${toBase64url(rootOf(leaves))}`;

type Answer = { readonly status?: number; readonly body: string | Buffer };

/**
 * A hub over a real socket that serves whatever log it is given, honestly or not: `entries` is what the feed says, `stored` the
 * leaves that tiles are made of, `note` the checkpoint; `answers` overrule single paths.
 */
export class SyntheticHub {
  entries: FeedEntry[];
  stored: string[];
  note: string;
  networkId: string;
  pageLimit = 500;
  readonly requests: string[] = [];
  readonly answers = new Map<string, (url: string) => Answer>();
  private readonly logKey: NoteKey;
  private readonly server: Server;

  constructor(
    log: readonly Placed[],
    readonly origin = 'hub.example/nmirf/log1',
    private readonly signing = hubPairs().log,
  ) {
    this.entries = log.map(({ message }, pos) => ({ pos, leaf: leafOf(message, pos), jws: message.jws }));
    this.stored = this.leaves;
    this.networkId = toBase64url(log[0]!.message.hash);
    this.logKey = noteKey(origin, rawKey(signing.publicKey.x)!);
    this.note = this.checkpointOf(this.stored);
    this.server = createServer((request, response) => {
      const { status = 200, body } = this.answer(request.url!);
      response.writeHead(status).end(body);
    });
  }

  get leaves(): string[] {
    return this.entries.map(({ leaf }) => leaf);
  }

  /** A checkpoint over these leaves, signed by the log's key. */
  checkpointOf(leaves: readonly string[]): string {
    const signer = signerOf('hub', this.signing);
    const checkpoint = { origin: this.origin, size: leaves.length, root: rootOf(leaves), extensions: [] };
    return signCheckpoint(checkpoint, this.logKey, (text) => signer.sign(text));
  }

  /** Makes the whole hub stand by what the feed says now: tiles and a freshly signed checkpoint too. */
  standBy(): void {
    this.stored = this.leaves;
    this.note = this.checkpointOf(this.stored);
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(url: string): Answer {
    this.requests.push(url);
    const { pathname, searchParams } = new URL(url, 'http://hub');
    const overruled = this.answers.get(pathname);
    if (overruled) return overruled(url);
    if (pathname === '/.well-known/nmirf.json') return { body: JSON.stringify(this.description()) };
    if (pathname === '/nmirf/log1/checkpoint') return { body: this.note };
    if (pathname === '/nmirf/v1/feed') return { body: this.page(Number(searchParams.get('from')), Number(searchParams.get('limit'))) };
    const tile = parseTilePath(pathname.replace('/nmirf/log1/', ''));
    return tile ? { body: this.tile(tile) } : { status: 404, body: '' };
  }

  private description(): unknown {
    return {
      ...{ origin: this.origin, networkId: this.networkId, name: 'Test network', versions: ['nmirf/v1'] },
      ...{ logKey: encodeVerifierKey(this.logKey), limits: { message: 65_535, batch: 100, batchBytes: 4_194_304, feedPage: 500 } },
      features: ['feed', 'tiles'],
    };
  }

  /** One page of the feed as a hub answers it. */
  page(from: number, limit: number): string {
    const entries = this.entries.slice(from, from + Math.min(limit, this.pageLimit));
    const [next, size] = [from + entries.length, this.entries.length];
    const lines = [{ from, next, size }, ...entries, { checkpoint: this.note, proof: this.proof(next, this.stored.length) }];
    return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  }

  private proof(older: number, newer: number): string[] {
    if (older < 1 || older >= newer) return [];
    const plan = planConsistency(older, newer);
    const needed = new Map<string, Uint8Array>();
    for (const { level, index } of plan.flat()) needed.set(`${level}/${index}`, this.node(level, index));
    return plan
      .map((nodes) => nodes.map(({ level, index }) => needed.get(`${level}/${index}`)!).reduceRight((right, left) => nodeHash(left, right)))
      .map(toBase64);
  }

  private node(level: number, index: number): Uint8Array {
    return rootOf(this.stored.slice(index * 2 ** level, (index + 1) * 2 ** level));
  }

  private tile({ level, index, width }: TileRef): Buffer {
    const leaves = this.stored.slice(index * 256, index * 256 + width);
    if (level === 'entries') return Buffer.from(encodeEntries(leaves.map((leaf) => Buffer.from(leaf))));
    if (level === 0) return Buffer.concat(leaves.map(leafHash));
    return Buffer.concat(Array.from({ length: width }, (_, i) => this.node(8 * level, index * 256 + i)));
  }
}
