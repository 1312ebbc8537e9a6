import type { NodeId } from '@nmirf/contracts/network/names';
import { toBase64url } from '@nmirf/federation/base64url';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { openReceipt } from '@nmirf/federation/receipt';
import { epochOf, keyFor, mayPublish, type Trust } from '@nmirf/federation/trust';
import { withLockInTurn } from '@nmirf/platform/database/advisory-lock';
import { Problem } from '@nmirf/platform/http/problem';
import { LogStore } from '@nmirf/replica/log/log-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { DRAIN } from './outgoing.facade.js';
import { chainHead, headOf, nextDrafts, sealDrafts, waiting, WINDOW } from './sealing.js';
import { settle } from './settling.js';

const END = Number.MAX_SAFE_INTEGER;

/** What is not yet seen in the log, in order, as much as a bundle takes along: what the hub has taken already it knows as such. */
const UNPROVEN = `
  select jws from (select jws, epoch, seq, sum(length(jws)) over (order by epoch, seq) as bytes
                     from outgoing_message where state in ('sealed', 'accepted') and jws is not null) unproven
   where bytes <= 16 * 1024 * 1024 order by epoch, seq limit 5000`;

/** Lets a node without a line publish: what waits is sealed and travels in a bundle, and the hub's receipts come back in another. */
@Injectable()
export class Carrier {
  constructor(
    private readonly db: DataSource,
    private readonly keys: NodeKeysFacade,
    private readonly store: LogStore,
    private readonly trust: TrustStore,
  ) {}

  /** Seals what waits and answers all that the log does not show yet. The chain goes on from what this node's own log and receipts say. */
  async unproven(): Promise<string[]> {
    const node = this.keys.node;
    return withLockInTurn(this.db, DRAIN, async () => {
      const trust = await this.trust.current(this.db.manager);
      if (!trust || !mayPublish(trust, node, END)) throw new Problem('membership/not-in-force', 409);
      await this.db.transaction((tx) => this.seal(tx, trust, node));
      const rows: { jws: string }[] = await this.db.query(UNPROVEN);
      return rows.map(({ jws }) => jws);
    });
  }

  /** Settles what these receipts answer; answers how many of them were news. Lines that are no receipts for this node are passed over. */
  async heed(receipts: AsyncIterable<string>): Promise<number> {
    const trust = await this.trust.current(this.db.manager);
    let news = 0;
    for await (const jws of receipts) if (trust && (await withLockInTurn(this.db, DRAIN, () => this.heedOne(trust, jws)))) news++;
    return news;
  }

  private async heedOne(trust: Trust, jws: string): Promise<boolean> {
    const receipt = openedReceipt(trust, jws);
    if (!receipt || receipt.network !== trust.networkId || receipt.to !== this.keys.node) return false;
    return this.db.transaction(async (tx) => {
      const answered = new Set(receipt.entries.map(({ hash }) => hash));
      const messages = (await waiting(tx)).filter(({ hash }) => answered.has(toBase64url(hash)));
      if (messages.length > 0) await settle(tx, messages, receipt, jws, Date.now());
      return messages.length > 0;
    });
  }

  private async seal(tx: EntityManager, trust: Trust, node: NodeId): Promise<void> {
    const [drafts, sealed, log] = [await nextDrafts(tx, 'msg', 'sealed'), await waiting(tx), await this.store.head(tx)];
    if (sealed.length >= WINDOW) return;
    const signer = await this.keys.signer('msg', trust);
    const head = headOf(sealed.at(-1)) ?? (await chainHead(tx, node));
    const seen = `${log.size}:${toBase64url(log.frontier.root())}`;
    await sealDrafts(tx, drafts, { signer, node, head, seen, epoch: epochOf(trust, node), time: new Date().toISOString() });
  }
}

function openedReceipt(trust: Trust, jws: string): ReturnType<typeof openReceipt> | undefined {
  try {
    return openReceipt(jws, (kid) => keyFor(trust, kid, END, 'receipt'));
  } catch (error) {
    if (error instanceof ProtocolProblem) return undefined;
    throw error;
  }
}
