import { setImmediate as breathe } from 'node:timers/promises';
import { checkFiles } from '@nmirf/anonymisation/resource-check';
import { SEALED_TYPE } from '@nmirf/contracts/files/sealed-file';
import { dataIn } from '@nmirf/contracts/network/message-types';
import type { Envelope } from '@nmirf/contracts/network/envelope';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { Message, Verified } from '@nmirf/federation/message';
import { problemOf, type ProtocolFault } from '@nmirf/federation/problems';
import type { Trust } from '@nmirf/federation/trust';
import { Files } from '@nmirf/platform/files/files';
import { Metrics } from '@nmirf/platform/metrics/metrics';
import { Injectable } from '@nestjs/common';
import { protocolProblem } from '../log/protocol-problem.js';
import { Forks } from './forks.js';
import { type Incoming, receive } from './incoming.rules.js';
import { SeenClaims } from './seen-claims.js';
import { type Batch, batchHash } from './sequencer.js';

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
export class IncomingBatches {
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
  async checked({ node, trust }: Sender, body: Uint8Array, lines: readonly Uint8Array[]): Promise<Batch> {
    const checked: Incoming[] = [];
    for (const [i, line] of lines.entries()) {
      if (i % BREATH === BREATH - 1) await breathe();
      const received = receive(line, { sender: node, trust, position: Number.MAX_SAFE_INTEGER, now: Date.now() });
      const incoming = this.isSettled(received) ? received : await this.withFiles(await this.withSeen(received));
      if (incoming.problem) this.metrics.count('refusals_total', { code: incoming.problem.code });
      checked.push(incoming);
      if (incoming.problem) break;
    }
    return { sender: node, hash: batchHash(body), lines: checked };
  }

  /** Nothing more is to be asked about it: what needs nothing else is not waited for, which would cost more than the look itself. */
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
    if (message.envelope.type === 'resource.sealed.published.v1') {
      const { files = [] } = dataIn<'resource.sealed.published.v1'>(message.envelope);
      const sealed = files.map((file) => ({ ...file, mediaType: SEALED_TYPE }) as const);
      return refusedFor(message, await this.missing(sealed, 'files')) ?? incoming;
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

const mayHaveFiles = ({ type }: Envelope): boolean => type === 'resource.published.v1' || type === 'resource.sealed.published.v1';

const refusedFor = (message: Verified<Message>, missing: readonly ProtocolFault[]): Incoming | undefined =>
  missing.length === 0 ? undefined : { message, hash: message.hash, problem: problemOf('blob-missing', missing) };
