import { splitLines } from '@nmirf/federation/lines';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { problemOf } from '@nmirf/federation/problems';
import { Metrics } from '@nmirf/platform/metrics/metrics';
import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { NodeRequests } from '../log/node-requests.js';
import { protocolProblem } from '../log/protocol-problem.js';
import { type Incoming, receive } from './incoming.rules.js';
import { Forks } from './forks.js';
import { PostingLimits } from './posting-limits.js';
import { SeenClaims } from './seen-claims.js';
import { type Batch, batchHash, Sequencer } from './sequencer.js';
import { Turns } from './turns.js';

export const MAX_BATCH_BYTES = 4 * 1024 * 1024;
export const MAX_BATCH = 100;

/** The nodes' door (docs/protocol.md §4). Its answer is a receipt, signed by the hub. */
@ApiExcludeController()
@Controller('nmirf/v1/messages')
export class MessagesController {
  private readonly turns = new Turns();

  constructor(
    private readonly requests: NodeRequests,
    private readonly sequencer: Sequencer,
    private readonly seen: SeenClaims,
    private readonly limits: PostingLimits,
    private readonly forks: Forks,
    private readonly metrics: Metrics,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('anyone')
  async post(@Req() request: Request, @Res() response: Response): Promise<void> {
    const turn = this.turns.take(request.socket);
    try {
      const batch = await this.checked(request);
      await turn.come;
      const receipt = this.sequencer.accept(batch);
      turn.pass();
      response.type('application/jose').send(await receipt);
    } finally {
      turn.pass();
    }
  }

  /** The batch of a request, each of its lines checked up to the first that is refused. */
  private async checked(request: Request): Promise<Batch> {
    const { node, trust, use, body } = await this.requests.publisher(request);
    const lines = linesOf(body);
    const [isHeld] = await Promise.all([this.forks.hold(node, trust), this.limits.count(node, lines.length, Date.now())]);
    // The recovery key is heard all the same: it may be here to take back the key that a thief signs forks with.
    if (use === 'msg' && isHeld) throw protocolProblem('chain-fork');
    const checked: Incoming[] = [];
    for (const line of lines) {
      const incoming = await this.withSeen(receive(line, { sender: node, trust, position: Number.MAX_SAFE_INTEGER, now: Date.now() }));
      if (incoming.problem) this.metrics.count('refusals_total', { code: incoming.problem.code });
      checked.push(incoming);
      if (incoming.problem) break;
    }
    return { sender: node, hash: batchHash(body), lines: checked };
  }

  /** The answer to a claim that does not hold is signed like every other: the node may then seal its message anew. */
  private async withSeen(incoming: Incoming): Promise<Incoming> {
    if (incoming.problem) return incoming;
    const { message } = incoming;
    const refusal = await this.seen.refusal(message.envelope.seen);
    return refusal ? { message, hash: message.hash, problem: problemOf(refusal, [{ path: 'seen', code: refusal }]) } : incoming;
  }
}

function linesOf(body: Buffer): Uint8Array[] {
  const lines = splitLines(body);
  if (body.length === 0) throw protocolProblem('malformed');
  if (lines.length > MAX_BATCH) throw protocolProblem('too-large');
  return lines;
}
