import { fromBase64url, toBase64url } from '@nmirf/federation/base64url';
import { Frontier, frontierNodes } from '@nmirf/federation/tree';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { LogStore } from '@nmirf/replica/log/log-store';
import { TileReader } from '@nmirf/replica/log/tile-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const REMEMBERED = 1_000;

/**
 * What authors say to have verified (`seen`, docs/protocol.md §2) is compared with the log before it becomes part of it. Otherwise any member
 * could write a root of its own making, and whoever audits the log would hold the hub for a liar.
 */
@Injectable()
export class SeenClaims {
  private readonly true = new Set<string>();

  constructor(
    private readonly db: DataSource,
    private readonly store: LogStore,
    private readonly checkpoints: CheckpointStore,
  ) {}

  /** Whether it is known already that this claim holds, or that it claims nothing. */
  isKnown(seen: string): boolean {
    return seen.startsWith('0:') || this.true.has(seen);
  }

  /** `stale-size` when its author has seen more than there is here, `proof-invalid` when it has seen another history. */
  async refusal(seen: string): Promise<'stale-size' | 'proof-invalid' | undefined> {
    if (this.isKnown(seen)) return undefined;
    const [size, root] = [Number(seen.slice(0, seen.indexOf(':'))), seen.slice(seen.indexOf(':') + 1)];
    const [claimed, actual] = [fromBase64url(root) ?? new Uint8Array(), await this.rootAt(size)];
    if (!actual) return 'stale-size';
    if (Buffer.compare(claimed, actual) !== 0) return 'proof-invalid';
    this.remember(seen);
    return undefined;
  }

  /** What this process has signed: the next author who has read it claims it. */
  holds(size: number, root: Uint8Array): void {
    this.remember(`${size}:${toBase64url(root)}`);
  }

  private remember(seen: string): void {
    if (this.true.size >= REMEMBERED) this.true.clear();
    this.true.add(seen);
  }

  /** Nodes that are up to date have seen a checkpoint; the others the end of some page. Undefined for what is not there yet. */
  private async rootAt(size: number): Promise<Uint8Array | undefined> {
    const checkpoint = await this.checkpoints.find(size);
    if (checkpoint) return checkpoint.root;
    if (size > (await this.store.head(this.db.manager)).size) return undefined;
    const tiles = new TileReader(this.db.manager);
    return Frontier.of(size, await Promise.all(frontierNodes(size).map(({ level, index }) => tiles.node(level, index)))).root();
  }
}
