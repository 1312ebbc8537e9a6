import { isGovernance } from '@nmirf/contracts/network/message-types';
import type { NodeId } from '@nmirf/contracts/network/names';
import { splitLines } from '@nmirf/federation/lines';
import type { Trust } from '@nmirf/federation/trust';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KeysService } from '../../foundation/keys/keys.service.js';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { protocolProblem } from '../log/protocol-problem.js';
import { HandOverBatch } from './hand-over-batch.entity.js';
import { IncomingBatches, type Sender } from './incoming-batches.js';
import { type Batch, PATIENCE, Sequencer } from './sequencer.js';

/** Only the last batch counts: what a member sealed anew stands in place of what it had sealed before. */
const KEEP = `
  insert into hand_over_batch (node, body, since) values ($1, $2, now()) on conflict (node) do update set body = excluded.body`;

/**
 * What a server does that takes the hub over, before the log names its keys (docs/protocol.md §4b). It can sign nothing yet, so it gives
 * no receipts and no places: it keeps what the committee's members send, shows it to the others, and gives all of it its places at once
 * when that is what makes it the hub.
 */
@Injectable()
export class HandOver {
  constructor(
    private readonly db: DataSource,
    private readonly keys: KeysService,
    private readonly trust: TrustStore,
    private readonly incoming: IncomingBatches,
    private readonly sequencer: Sequencer,
  ) {}

  /** Answers the receipt once this server is the hub. Throws `recovery` until then. */
  async accept(sender: Sender, body: Buffer, batch: Batch): Promise<string> {
    await this.keep(sender, body, batch);
    const batches: Batch[] = [];
    for (const kept of await this.kept()) batches.push(await this.again(kept, sender.trust));
    const place = batches.findIndex(({ sender: node }) => node === sender.node);
    if (place < 0) throw protocolProblem('recovery', {}, PATIENCE);
    const receipts = await this.sequencer.acceptAll(batches);
    await this.db.manager.clear(HandOverBatch);
    return receipts[place]!;
  }

  /** What the committee has said here of the membership, in the order it came; nothing once this server is the hub. */
  async words(): Promise<string[]> {
    const trust = await this.trust.current(this.db.manager);
    if (!trust || (await this.keys.isHub(trust))) return [];
    const batches = await Promise.all((await this.kept()).map((kept) => this.again(kept, trust)));
    return batches.flatMap(({ lines }) => lines.flatMap((line) => (isWord(line) ? [line.message!.jws] : [])));
  }

  private async keep({ node, trust }: Sender, body: Buffer, { lines }: Batch): Promise<void> {
    const isOfUse = trust.committee.members.includes(node) && lines.some(isWord);
    if (isOfUse) await this.db.query(KEEP, [node, body]);
  }

  private kept(): Promise<HandOverBatch[]> {
    return this.db.manager.find(HandOverBatch, { order: { since: 'ASC' } });
  }

  private again({ node, body }: HandOverBatch, trust: Trust): Promise<Batch> {
    return this.incoming.checked({ node: node as NodeId, trust, use: 'msg' }, body, splitLines(body));
  }
}

const isWord = ({ message, problem }: Batch['lines'][number]): boolean =>
  !problem && message !== undefined && isGovernance(message.envelope.type);
