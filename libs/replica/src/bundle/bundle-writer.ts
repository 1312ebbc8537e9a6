import type { BundleFile, BundleManifest, BundlePart } from '@nmirf/contracts/network/bundle';
import type { NodeId, SourceId } from '@nmirf/contracts/network/names';
import { sealManifest } from '@nmirf/federation/bundle';
import { type Signer, sourceOfKid } from '@nmirf/federation/keys';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CheckpointStore } from '../log/checkpoint-store.js';
import { Cosignatures } from '../log/cosignatures.js';
import { FeedPages } from '../log/feed-pages.js';
import type { LogCheckpoint } from '../log/log-checkpoint.entity.js';
import { TrustStore } from '../log/trust-store.js';
import { BundleFolder } from './bundle-folder.js';

/** How far long work has come: so many leaves of so many. */
export type Progress = (done: number, of: number) => void;

/** What travels beside the log: lines of a node's messages, or of the hub's receipts for one member. */
export interface Freight {
  readonly outbox?: readonly string[];
  readonly receipts?: { readonly to: NodeId; readonly lines: readonly string[] };
}

const WITHHELD = 'select count(*)::int as count from log_entry where pos >= $1 and pos < $2 and jws is null';

/** Writes this server's copy of the log into a folder (docs/protocol.md §14). What an earlier run has finished is not written again. */
@Injectable()
export class BundleWriter {
  constructor(
    private readonly db: DataSource,
    private readonly checkpoints: CheckpointStore,
    private readonly cosignatures: Cosignatures,
    private readonly pages: FeedPages,
    private readonly trust: TrustStore,
  ) {}

  /** Throws `log/not-founded` while there is no log. */
  async write(path: string, signer: Signer, freight: Freight, progress: Progress): Promise<BundleManifest> {
    const [latest, trust] = [await this.checkpoints.latest(), await this.trust.current(this.db.manager)];
    if (!latest || !trust) throw new Problem('log/not-founded', 503);
    const folder = new BundleFolder(path);
    const parts = await this.standing(folder, trust.networkId);
    const base = { network: trust.networkId, by: sourceOfKid(signer.kid) as SourceId, size: latest.size };
    const about = { ...base, at: new Date().toISOString(), checkpoint: await this.cosignatures.noteOf(latest) };
    const keep = async (files: Pick<BundleManifest, 'outbox' | 'receipts'>): Promise<BundleManifest> => {
      const manifest = { ...about, parts, ...files };
      await folder.keepManifest(sealManifest(manifest, signer));
      return manifest;
    };
    for (let from = parts.at(-1)?.next ?? 0; from < latest.size; from = parts.at(-1)!.next) {
      parts.push(await this.part(folder, from, latest, progress));
      await keep({});
    }
    return keep(await this.freight(folder, freight));
  }

  /** The parts of an earlier run that are still as they must be: the last one is made again, and whatever holds what was erased since. */
  private async standing(folder: BundleFolder, network: string): Promise<BundlePart[]> {
    const known = await folder.manifest();
    if (known?.manifest.network !== network) return [];
    const standing: BundlePart[] = [];
    for (const part of known.manifest.parts.slice(0, -1)) {
      const [row]: { count: number }[] = await this.db.query(WITHHELD, [part.from, part.next]);
      if (row!.count !== part.withheld || !(await folder.has(part))) break;
      standing.push(part);
    }
    return standing;
  }

  private async part(folder: BundleFolder, from: number, latest: LogCheckpoint, progress: Progress): Promise<BundlePart> {
    let next = from;
    const pages = this.pages.part(from, latest, 'hub');
    const texts = async function* () {
      for await (const page of pages) {
        yield page.bytes;
        next = page.next;
        progress(next, latest.size);
      }
    };
    const file = await folder.write(`log-${String(from).padStart(12, '0')}.ndjson.gz`, texts(), true);
    const [row]: { count: number }[] = await this.db.query(WITHHELD, [from, next]);
    return { ...file, from, next, withheld: row!.count };
  }

  private async freight(folder: BundleFolder, { outbox, receipts }: Freight): Promise<Pick<BundleManifest, 'outbox' | 'receipts'>> {
    return {
      ...(outbox && { outbox: await this.lines(folder, 'outbox.jws-lines', outbox) }),
      ...(receipts && { receipts: { to: receipts.to, ...(await this.lines(folder, 'receipts.jws-lines', receipts.lines)) } }),
    };
  }

  private lines(folder: BundleFolder, name: string, lines: readonly string[]): Promise<BundleFile> {
    const texts = async function* () {
      for (const line of lines) yield Buffer.from(`${line}\n`, 'latin1');
    };
    return folder.write(name, texts(), false);
  }
}
