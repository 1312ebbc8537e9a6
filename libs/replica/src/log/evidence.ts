import type { LogCheckpointsPage, LogCheckpointsQuery, LogEvidence, LogGrowth, LogView } from '@nmirf/contracts/network/log';
import { toBase64, toBase64url } from '@nmirf/federation/base64url';
import { decodeLeaf } from '@nmirf/federation/leaf';
import { splitMessage } from '@nmirf/federation/message';
import { encodeVerifierKey, noteKey, parseNote } from '@nmirf/federation/note';
import { rawKey } from '@nmirf/federation/keys';
import { goodKeys, keyAt, type Trust } from '@nmirf/federation/trust';
import { loadProof, planConsistency, planInclusion, type ProofPlan } from '@nmirf/federation/tree';
import { witnessed, witnessesOf } from '@nmirf/federation/witness';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CheckpointStore } from './checkpoint-store.js';
import { Cosignatures } from './cosignatures.js';
import type { LogCheckpoint } from './log-checkpoint.entity.js';
import { LogStore, type StoredEntry } from './log-store.js';
import { TileReader } from './tile-store.js';
import { TrustStore } from './trust-store.js';

/** The verifier key of the log as it signs now: `<origin>+<id>+<key>`. */
export function logKeyOf(trust: Trust, position = Number.MAX_SAFE_INTEGER): string {
  const [key] = goodKeys(trust, 'hub', 'log', position);
  return encodeVerifierKey(noteKey(trust.origin, rawKey(key!.x)!));
}

const withheldFor = ({ jws, why }: StoredEntry): NonNullable<LogEvidence['why']> =>
  jws === null ? ((why as LogEvidence['why']) ?? 'erased') : 'audience';

const timeOf = (unixSeconds: number): string => new Date(unixSeconds * 1_000).toISOString();

const GROWTH_POINTS = 60;
const GROWTH = 'select pos, leaf from log_entry where pos = any($1) order by pos';

/** Proofs about the log, for readers who trust nobody. */
@Injectable()
export class Evidence {
  constructor(
    private readonly db: DataSource,
    private readonly store: LogStore,
    private readonly checkpoints: CheckpointStore,
    private readonly trust: TrustStore,
    private readonly cosignatures: Cosignatures,
  ) {}

  /** Everything about the message at `position`; `restricted`: also what is not for everybody. Throws `log/not-found` for a position no checkpoint covers. */
  async of(position: number, { restricted = false } = {}): Promise<LogEvidence> {
    const trust = await this.trust.current(this.db.manager);
    const checkpoint = trust && (await this.checkpointFor(position, trust));
    const [entry] = await this.store.entries(this.db.manager, position, 1);
    if (!entry || !trust || !checkpoint || checkpoint.size <= position) throw new Problem('log/not-found', 404);
    const open = (restricted || entry.audience === '*') && entry.jws !== null ? entry.jws : undefined;
    const key = open && keyAt(trust, splitMessage(open).kid, position);
    const note = await this.cosignatures.noteOf(checkpoint);
    const witnesses = witnessesOf(parseNote(note), trust);
    return {
      ...{ position, leaf: entry.leaf, checkpoint: note, logKey: logKeyOf(trust, checkpoint.size) },
      ...(open === undefined ? { why: withheldFor(entry) } : { jws: open }),
      ...(key && { key: { kid: key.kid, x: key.x, from: key.from, ...(key.to !== undefined && { to: key.to }) } }),
      proof: await this.proof(planInclusion(position, checkpoint.size)),
      witnesses: witnesses.map(({ id, kid, x, time }) => ({ id, kid, x, at: timeOf(time) })),
      witnessed: witnessed(trust, witnesses).holds,
    };
  }

  /** Read at evenly spaced positions: as quick for a million messages as for a hundred. */
  async growth(): Promise<LogGrowth> {
    const trust = await this.trust.current(this.db.manager);
    const size = (trust && (await this.checkpoints.latest())?.size) ?? 0;
    const steps = Math.min(size, GROWTH_POINTS);
    const positions = Array.from({ length: steps }, (_, step) => (steps === 1 ? 0 : Math.round((step * (size - 1)) / (steps - 1))));
    const rows: { pos: string; leaf: string }[] = await this.db.query(GROWTH, [positions]);
    return { points: rows.map(({ pos, leaf }) => ({ size: Number(pos) + 1, at: new Date(decodeLeaf(leaf).receivedMs).toISOString() })) };
  }

  async checkpointsPage({ after, limit }: LogCheckpointsQuery): Promise<LogCheckpointsPage> {
    const trust = await this.trust.current(this.db.manager);
    const witnessedSize = trust ? await this.cosignatures.witnessedSize(trust) : 0;
    const found = await this.checkpoints.page(limit + 1, after);
    const items = found.slice(0, limit).map(({ size, root, signedAt }) => ({
      ...{ size, root: toBase64url(root), signedAt: signedAt.toISOString() },
      witnessed: size <= witnessedSize,
    }));
    return found.length > limit ? { items, next: String(items.at(-1)!.size) } : { items };
  }

  /** The newest witnessed checkpoint when it covers the position, else the newest of all. */
  private async checkpointFor(position: number, trust: Trust): Promise<LogCheckpoint | undefined> {
    const size = await this.cosignatures.witnessedSize(trust);
    const witnessed = size > position && goodKeys(trust, 'hub', 'log', size).length > 0 ? await this.checkpoints.find(size) : undefined;
    return witnessed ?? this.checkpoints.latest();
  }

  /** Base64 hashes that show the tree of `older` leaves inside the tree of `newer`. */
  consistency(older: number, newer: number): Promise<string[]> {
    return older === 0 || older === newer ? Promise.resolve([]) : this.proof(planConsistency(older, newer));
  }

  /** The log as this server stands by it, all at one moment. Throws `log/not-founded` before the genesis. */
  view(): Promise<LogView> {
    return this.db.transaction('REPEATABLE READ', (tx) => this.viewIn(tx));
  }

  private async viewIn(tx: EntityManager): Promise<LogView> {
    const trust = await this.trust.current(tx);
    if (!trust) throw new Problem('log/not-founded', 503);
    const [head, checkpoint] = [await this.store.head(tx), await this.checkpoints.latest(tx)];
    const note = checkpoint && (await this.cosignatures.noteOf(checkpoint, tx));
    const witnesses = note === undefined ? [] : witnessesOf(parseNote(note), trust);
    const { regions, needed } = witnessed(trust, witnesses);
    return {
      ...{ networkId: trust.networkId, name: trust.name, origin: trust.origin, size: head.size, logKey: logKeyOf(trust) },
      root: toBase64url(head.frontier.root()),
      ...(checkpoint && { checkpoint: note, checkpointAt: checkpoint.signedAt.toISOString() }),
      ...{ regions: [...regions], regionsNeeded: needed, witnessedSize: await this.cosignatures.witnessedSize(trust, tx) },
      witnesses: witnesses.map(({ id, time }) => ({ id, at: timeOf(time) })),
    };
  }

  private async proof(plan: ProofPlan): Promise<string[]> {
    const tiles = new TileReader(this.db.manager);
    return (await loadProof(plan, (level, index) => tiles.node(level, index))).map(toBase64);
  }
}
