import type { BundleManifest } from '@nmirf/contracts/network/bundle';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { ReceiptEntry } from '@nmirf/contracts/network/receipt';
import { MAX_BATCH } from '@nmirf/federation/batches';
import { encodeLines, splitLines } from '@nmirf/federation/lines';
import { openReceipt } from '@nmirf/federation/receipt';
import { keyFor, mayPublish } from '@nmirf/federation/trust';
import { Problem } from '@nmirf/platform/http/problem';
import { BundleReader } from '@nmirf/replica/bundle/bundle-reader';
import { BundleWriter, type Progress } from '@nmirf/replica/bundle/bundle-writer';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KeysService } from '../../foundation/keys/keys.service.js';
import { IncomingBatches } from './incoming-batches.js';
import { Sequencer } from './sequencer.js';

const END = Number.MAX_SAFE_INTEGER;

/** The newest receipts, the oldest of them first: the next bundle carries them once more, so that one stick may be lost. */
const RECEIPTS = `
  select jws from (select jws, answered_at from receipt where source = $1 order by answered_at desc limit 1000) newest order by answered_at`;

/** How many messages of a bundle were answered how. */
export type Taken = Readonly<Partial<Record<ReceiptEntry['status'], number>>>;

/** What the hub gives to and takes from nodes that have no line. */
@Injectable()
export class HubBundles {
  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    private readonly keys: KeysService,
    private readonly writer: BundleWriter,
    private readonly reader: BundleReader,
    private readonly incoming: IncomingBatches,
    private readonly sequencer: Sequencer,
  ) {}

  /** The log, and for a member its receipts. Throws `log/not-founded`. */
  async write(folder: string, to: NodeId | undefined, progress: Progress): Promise<BundleManifest> {
    const signer = await this.keys.signer('msg', await this.trust.current(this.db.manager));
    const rows: { jws: string }[] = to === undefined ? [] : await this.db.query(RECEIPTS, [to]);
    const receipts = to && { to, lines: rows.map(({ jws }) => jws) };
    return this.writer.write(folder, signer, receipts ? { receipts } : {}, progress);
  }

  /**
   * Takes the messages that a node's bundle carries, as if they had been posted: its receipts go back in the next bundle. Throws the
   * problems of `BundleReader`, `log/not-founded`, and `membership/not-in-force` for a node that may not publish now.
   */
  async take(folder: string): Promise<Taken> {
    const trust = await this.trust.current(this.db.manager);
    if (!trust) throw new Problem('log/not-founded', 503);
    const { by } = await this.reader.manifest(folder, trust.networkId);
    if (by === 'hub' || !mayPublish(trust, by, END)) throw new Problem('membership/not-in-force', 409);
    const taken: Partial<Record<ReceiptEntry['status'], number>> = {};
    for await (const lines of batches(this.reader.lines(folder, ({ outbox }) => outbox))) {
      const entries = await this.post(by, lines);
      for (const { status } of entries) taken[status] = (taken[status] ?? 0) + 1;
      if (entries.length < lines.length) break;
    }
    return taken;
  }

  private async post(node: NodeId, lines: readonly string[]): Promise<readonly ReceiptEntry[]> {
    const trust = (await this.trust.current(this.db.manager))!;
    const body = encodeLines(lines);
    const sender = { node, trust, use: 'msg' } as const;
    await this.incoming.assertHeard(sender);
    const batch = await this.incoming.checked(sender, body, splitLines(body));
    return openReceipt(await this.sequencer.accept(batch), (kid) => keyFor(trust, kid, END, 'receipt')).entries;
  }
}

async function* batches(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < MAX_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
