import { setImmediate as breathe } from 'node:timers/promises';
import { checkFiles } from '@nmirf/anonymisation/resource-check';
import { SEALED_TYPE } from '@nmirf/contracts/files/sealed-file';
import { dataIn } from '@nmirf/contracts/network/message-types';
import type { Envelope } from '@nmirf/contracts/network/envelope';
import type { NodeId } from '@nmirf/contracts/network/names';
import { carried } from '@nmirf/federation/carried';
import type { Message, Verified } from '@nmirf/federation/message';
import { problemOf, type ProtocolFault } from '@nmirf/federation/problems';
import { messageKeys, type Trust } from '@nmirf/federation/trust';
import { Files } from '@nmirf/platform/files/files';
import { Metrics } from '@nmirf/platform/metrics/metrics';
import { Thread } from '@nmirf/platform/threads/thread';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { protocolProblem } from '../log/protocol-problem.js';
import { Forks } from './forks.js';
import { inForm, type Incoming, receive } from './incoming.rules.js';
import type { CarriedIncoming, IncomingQuestion } from './incoming.thread.js';
import { SeenClaims } from './seen-claims.js';
import { type Batch, batchHash } from './sequencer.js';

/** Where the log ends. */
const END = Number.MAX_SAFE_INTEGER;
/** Fewer lines are checked sooner than another thread has heard of them. */
const FEW = 16;
/** Lines that are checked before the server looks at something else: some milliseconds. */
const BREATH = 16;

/** Who sends a batch, what the membership was then, and which of its keys speaks. */
export interface Sender {
  readonly node: NodeId;
  readonly trust: Trust;
  readonly use: 'msg' | 'rec';
}

/** Checks what members send, by the line or in a bundle, as far as that needs no place in the log. */
@Injectable()
export class IncomingBatches implements OnApplicationShutdown {
  private readonly thread = new Thread<IncomingQuestion, CarriedIncoming>('incoming.thread', import.meta.url);

  constructor(
    private readonly seen: SeenClaims,
    private readonly forks: Forks,
    private readonly metrics: Metrics,
    private readonly files: Files,
  ) {}

  /** Throws `chain-fork` for a member that is heard no more until the committee has decided. */
  async assertHeard({ node, trust, use }: Sender): Promise<void> {
    // The recovery key is heard all the same: it may be here to take back the key that a thief signs forks with.
    if (use === 'msg' && (await this.forks.hold(node, trust))) throw protocolProblem('chain-fork');
  }

  /** The lines of a body, each checked up to the first that is refused. */
  async checked(sender: Sender, body: Uint8Array, lines: readonly Uint8Array[]): Promise<Batch> {
    const keys = messageKeys(sender.trust, sender.node, END);
    const ahead = lines.length < FEW ? [] : await this.ahead({ body, sender: sender.node, keys, now: Date.now() });
    const checked: Incoming[] = [];
    for (const [i, line] of lines.entries()) {
      if (i % BREATH === BREATH - 1) await breathe();
      const told = ahead[i];
      const received = told
        ? inForm(told, (message) => carried(textOf(line), message))
        : receive(line, { sender: sender.node, key: (kid) => keys.get(kid), now: Date.now() });
      const incoming = this.isSettled(received) ? received : await this.withFiles(await this.withSeen(received));
      if (incoming.problem) this.metrics.count('refusals_total', { code: incoming.problem.code });
      checked.push(incoming);
      if (incoming.problem) break;
    }
    return { sender: sender.node, hash: batchHash(body), lines: checked };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }

  /** What a thread says of the lines; nothing of those it did not get to. */
  private ahead(question: IncomingQuestion): Promise<CarriedIncoming> {
    return this.thread.ask(question).catch(() => []);
  }

  /** Nothing more is to be asked about it. */
  private isSettled({ message, problem }: Incoming): boolean {
    return problem !== undefined || (this.seen.isKnown(message.envelope.seen) && !mayHaveFiles(message.envelope));
  }

  /** The answer to a claim that does not hold is signed like every other: the node may then seal its message anew. */
  private async withSeen(incoming: Incoming): Promise<Incoming> {
    if (incoming.problem) return incoming;
    const { message } = incoming;
    const refusal = await this.seen.refusal(message.envelope.seen);
    return refusal ? { message, hash: message.hash, problem: problemOf(refusal, [{ path: 'seen', code: refusal }]) } : incoming;
  }

  /** A resource has its place when its files are here, just as it describes them: whoever reads it can then have them. */
  private async withFiles(incoming: Incoming): Promise<Incoming> {
    if (incoming.problem || !mayHaveFiles(incoming.message.envelope)) return incoming;
    const { message } = incoming;
    const { type } = message.envelope;
    if (type === 'resource.sealed.published.v1') {
      const { files = [] } = dataIn<'resource.sealed.published.v1'>(message.envelope);
      return (
        refusedFor(
          message,
          await this.missing(
            files.map((file) => ({ ...file, mediaType: SEALED_TYPE })),
            'files',
          ),
        ) ?? incoming
      );
    }
    const data = dataIn<'resource.published.v1'>(message.envelope);
    const { files } = data.summary;
    const lacking = refusedFor(message, await this.missing(files, 'summary.files'));
    if (lacking) return lacking;
    const refused = checkFiles(data, await this.files.tracesOf(files));
    return refused.length === 0 ? incoming : { message, hash: message.hash, problem: problemOf('anonymisation-refused', refused) };
  }

  private async missing(files: Parameters<Files['claim']>[0], path: string): Promise<readonly ProtocolFault[]> {
    const here = await this.files.claim(files);
    return files.flatMap(({ sha256 }, i) => (here.has(sha256) ? [] : [{ path: `${path}.${i}`, code: 'file/not-here' }]));
  }
}

const refusedFor = (message: Verified<Message>, missing: readonly ProtocolFault[]): Incoming | undefined =>
  missing.length === 0 ? undefined : { message, hash: message.hash, problem: problemOf('blob-missing', missing) };

const mayHaveFiles = ({ type }: Envelope): boolean => type === 'resource.published.v1' || type === 'resource.sealed.published.v1';

const textOf = (line: Uint8Array): string => Buffer.from(line.buffer, line.byteOffset, line.length).toString('latin1');
