import { randomBytes, randomUUID } from 'node:crypto';
import type { Audience } from '@nmirf/contracts/network/envelope';
import type { ChainHead } from '@nmirf/contracts/network/envelope';
import { messageTypes, type MessageType } from '@nmirf/contracts/network/message-types';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { Receipt, ReceiptEntry } from '@nmirf/contracts/network/receipt';
import { toBase64url } from '@nmirf/federation/base64url';
import { expectedPlace } from '@nmirf/federation/chain';
import { sha256 } from '@nmirf/federation/crypto';
import { CLOCK_WINDOW_S } from '@nmirf/federation/http-signature';
import type { Signer } from '@nmirf/federation/keys';
import { encodeLines } from '@nmirf/federation/lines';
import { reopenMessage, seal } from '@nmirf/federation/message';
import { openReceipt } from '@nmirf/federation/receipt';
import { epochOf, keyFor, mayPublish, type Trust } from '@nmirf/federation/trust';
import { withLockInTurn } from '@nmirf/platform/database/advisory-lock';
import { OnBell } from '@nmirf/platform/queue/on-bell.decorator';
import { LogStore } from '@nmirf/replica/log/log-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Link } from '../../foundation/link/link.facade.js';
import { LinkFacade } from '../../foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { BATCHES_IN_FLIGHT, HubClient, HubFailure } from './hub-client.js';
import { DRAIN } from './outgoing.facade.js';
import { HubReceipt } from './hub-receipt.entity.js';
import type { OutgoingMessage } from './outgoing-message.entity.js';

/** Messages a request, and messages read from the table at once. */
const BATCH = 100;
const WINDOW = 1_000;

const WAITING = `
  select id, epoch, seq, hash, jws from outgoing_message where state = 'sealed' order by epoch, seq limit ${WINDOW}`;

const DRAFTS = `
  select id, type, subject, audience, data from outgoing_message where state = 'draft' order by id limit ${WINDOW}`;

const SEAL = `
  update outgoing_message message set state = 'sealed', epoch = made.epoch, seq = made.seq, hash = decode(made.hash, 'hex'), jws = made.jws,
         sealed_at = now()
    from json_to_recordset($1) as made(id uuid, epoch int, seq int, hash text, jws text) where message.id = made.id`;

/** The puller may have seen a message in the log, proven, before the answer came: then only the receipt is still of use. */
const SETTLE = `
  update outgoing_message message set receipt = $2::uuid, accepted_at = coalesce(accepted_at, now()), problem = answer.problem,
         state = case message.state when 'proven' then 'proven' else answer.state end, position = coalesce(message.position, answer.position)
    from json_to_recordset($1) as answer(id uuid, state text, position bigint, problem jsonb)
   where message.id = answer.id and message.state in ('sealed', 'proven')`;

const UNSEAL = `
  update outgoing_message set state = 'draft', epoch = null, seq = null, hash = null, jws = null, sealed_at = null
   where state = 'sealed'`;

const END = Number.MAX_SAFE_INTEGER;

type Draft = Pick<OutgoingMessage, 'id' | 'type' | 'subject' | 'audience' | 'data'>;

/** A message with its place in the chain. */
interface Sealed {
  readonly id: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Buffer;
  readonly jws: string;
}

/** The hub's answer to a batch, and the text it came as. */
interface Answer {
  readonly receipt: Receipt;
  readonly jws: string;
}

/** A promise that is told of where it is awaited; until then its failure is nobody's. */
const quietly = <Value>(promise: Promise<Value>): Promise<Value> => {
  promise.catch(() => undefined);
  return promise;
};

/** Seals drafts in order and sends them until nothing is due. One at a time in the whole node: the lock is the order of the chain. */
@Injectable()
export class DrainWorker {
  constructor(
    private readonly db: DataSource,
    private readonly link: LinkFacade,
    private readonly keys: NodeKeysFacade,
    private readonly client: HubClient,
    private readonly store: LogStore,
    private readonly trust: TrustStore,
  ) {}

  @OnBell(DRAIN, { sweep: true })
  async drain(): Promise<void> {
    await withLockInTurn(this.db, DRAIN, async () => {
      while (await this.round());
    });
  }

  /** Sends what waits, batch after batch; answers whether there may be more. What comes meanwhile rings for itself. */
  private async round(): Promise<boolean> {
    const [link, trust] = await Promise.all([this.link.find(), this.trust.current(this.db.manager)]);
    const isOpen = link && !link.stopped && (link.nextTryAt?.getTime() ?? 0) <= Date.now();
    if (!isOpen || !trust || !mayPublish(trust, link.node, END)) return false;
    const sealed = await this.db.transaction((tx) => this.sealed(tx, trust, link.node as NodeId));
    if (sealed.length === 0) return false;
    const delivery = await this.deliver(link, trust, sealed);
    return delivery === 'some' || (delivery === 'all' && (sealed.length === WINDOW || (await hasDrafts(this.db))));
  }

  /** What is sealed and unanswered, or else the next drafts, sealed now. */
  private async sealed(tx: EntityManager, trust: Trust, node: NodeId): Promise<readonly Sealed[]> {
    const waiting: Sealed[] = await tx.query(WAITING);
    if (waiting.length > 0) return waiting;
    const drafts: Draft[] = await tx.query(DRAFTS);
    if (drafts.length === 0) return [];
    const [signer, log] = await Promise.all([this.keys.signer(), this.store.head(tx)]);
    const seen = `${log.size}:${toBase64url(log.frontier.root())}`;
    let head = await chainHead(tx, node);
    const place = { seen, epoch: epochOf(trust, node), time: new Date(this.client.now()).toISOString() };
    const sealed: Sealed[] = [];
    for (const draft of drafts) {
      const made = sealDraft(draft, signer, node, { head, ...place });
      head = { epoch: made.epoch, seq: made.seq, hash: toBase64url(made.hash) };
      sealed.push(made);
    }
    await keepSealed(tx, sealed);
    return sealed;
  }

  /** An answer is written down while the next batch travels; nothing travels behind an answer that is not all acceptance. */
  private async deliver(link: Link, trust: Trust, messages: readonly Sealed[]): Promise<'all' | 'some' | 'failed'> {
    let kept: Promise<void> = Promise.resolve();
    const batches = Array.from({ length: Math.ceil(messages.length / BATCH) }, (_, i) => messages.slice(i * BATCH, (i + 1) * BATCH));
    const sent: Promise<Answer>[] = [];
    const sendUpTo = (count: number): void => {
      for (const batch of batches.slice(sent.length, count)) sent.push(quietly(this.send(link, trust, batch)));
    };
    try {
      for (const [i, batch] of batches.entries()) {
        sendUpTo(i + BATCHES_IN_FLIGHT);
        const { receipt, jws } = await sent[i]!;
        await kept;
        kept = quietly(this.db.transaction((tx) => settle(tx, batch, receipt, jws, this.client.now())));
        if (receipt.entries.some(({ status }) => !isTaken(status))) {
          // What is on its way behind it follows nothing that was taken: the hub answers that there is a gap, as must be.
          await Promise.allSettled(sent);
          await kept;
          return (await this.heed(receipt)) ? 'some' : 'failed';
        }
      }
      await kept;
      await this.link.reached();
      return 'all';
    } catch (error) {
      await Promise.allSettled([kept, ...sent]);
      await this.link.failed(Math.random(), error instanceof HubFailure ? error.retryAfterMs : 0);
      return 'failed';
    }
  }

  /** Throws `HubFailure` when the answer is not the hub's receipt for exactly these bytes. */
  private async send(link: Link, trust: Trust, batch: readonly Sealed[]): Promise<Answer> {
    const body = encodeLines(batch.map(({ jws }) => jws));
    const jws = await this.client.send(link, body);
    const receipt = openReceipt(jws, (kid) => keyFor(trust, kid, END, 'receipt'));
    const hash = toBase64url(sha256(body));
    if (receipt.network !== link.network || receipt.to !== link.node || receipt.batch !== hash) throw new HubFailure('proof-invalid');
    return { receipt, jws };
  }

  /** A gap or a fork is for a human: sending more would only repeat it. */
  private async heed({ entries }: Receipt): Promise<boolean> {
    const trouble = entries.find(({ status }) => status === 'gap' || status === 'fork');
    if (!trouble) return true;
    await this.link.stop({
      code: trouble.problem?.code ?? trouble.status,
      detail: `${trouble.epoch}/${trouble.seq}`,
      at: new Date().toISOString(),
    });
    return false;
  }
}

/** What was sealed before a crash goes first, and the drafts behind it have nobody who rings for them. */
async function hasDrafts(db: DataSource): Promise<boolean> {
  const rows: unknown[] = await db.query(`select 1 from outgoing_message where state = 'draft' limit 1`);
  return rows.length > 0;
}

/** The node's last message that the hub holds: from its own log, or from the receipts that are ahead of it. */
async function chainHead(tx: EntityManager, node: NodeId): Promise<ChainHead | undefined> {
  const rows: { epoch: number; seq: number; hash: Buffer }[] = await tx.query(
    `select epoch, seq, hash from (
       select epoch, seq, hash from source_head where source = $1
       union all (select epoch, seq, hash from outgoing_message where state in ('accepted', 'proven') and epoch is not null
                   order by epoch desc, seq desc limit 1)) heads
     order by epoch desc, seq desc limit 1`,
    [node],
  );
  return rows[0] && { epoch: rows[0].epoch, seq: rows[0].seq, hash: toBase64url(rows[0].hash) };
}

interface Place {
  readonly head: ChainHead | undefined;
  readonly seen: string;
  readonly epoch: number;
  readonly time: string;
}

function sealDraft(draft: Draft, signer: Signer, node: NodeId, { head, seen, epoch, time }: Place): Sealed {
  const type = draft.type as MessageType;
  const place = expectedPlace(head, epoch);
  const message = seal(
    {
      ...{ specversion: '1.0', id: draft.id, source: node, type, subject: draft.subject, time },
      ...{ datacontenttype: 'application/json', dataschema: messageTypes[type].dataschema },
      ...place,
      ...{ aud: JSON.parse(draft.audience) as Audience, seen, salt: toBase64url(randomBytes(16)) },
      data: JSON.parse(draft.data) as Record<string, unknown>,
    },
    signer,
  );
  return { id: draft.id, epoch: place.epoch, seq: place.seq, hash: Buffer.from(message.hash), jws: message.jws };
}

/**
 * Writes down what the hub answered. Behind a refusal everything becomes a draft again: its places in the chain are free. So does a
 * message that was sealed by a clock that ran ahead, once that is known: it is sealed again with the right time.
 */
async function settle(tx: EntityManager, messages: readonly Sealed[], { entries }: Receipt, receipt: string, now: number): Promise<void> {
  const sent = new Map(messages.map((message) => [toBase64url(message.hash), message]));
  const answers = entries.flatMap((entry) => {
    const message = sent.get(entry.hash);
    const isTooEarly = entry.problem?.code === 'clock-skew' && message !== undefined && isAhead(message, now);
    return isTooEarly ? [] : (settled(entry, message?.id) ?? []);
  });
  const id = randomUUID();
  await tx.insert(HubReceipt, { id, jws: receipt, receivedAt: new Date() });
  await tx.query(SETTLE, [JSON.stringify(answers), id]);
  if (entries.some(({ status }) => status === 'rejected')) await tx.query(UNSEAL);
}

const isTaken = (status: ReceiptEntry['status']): boolean => status === 'accepted' || status === 'duplicate';

interface Settled {
  readonly id: string;
  readonly state: 'accepted' | 'refused';
  readonly position: number | null;
  readonly problem: ReceiptEntry['problem'] | null;
}

/** What becomes of a message; undefined while it is still to be sent, or is none of these. */
function settled({ status, pos, problem }: ReceiptEntry, id: string | undefined): Settled | undefined {
  if (id === undefined) return undefined;
  if (isTaken(status)) return { id, state: 'accepted', position: pos ?? null, problem: null };
  return status === 'rejected' ? { id, state: 'refused', position: null, problem: problem ?? null } : undefined;
}

const isAhead = ({ jws, hash }: Sealed, now: number): boolean =>
  Date.parse(reopenMessage(jws, hash).envelope.time) > now + CLOCK_WINDOW_S * 1_000;

async function keepSealed(tx: EntityManager, messages: readonly Sealed[]): Promise<void> {
  for (let from = 0; from < messages.length; from += BATCH) {
    const rows = messages.slice(from, from + BATCH).map((message) => ({ ...message, hash: message.hash.toString('hex') }));
    await tx.query(SEAL, [JSON.stringify(rows)]);
  }
}
