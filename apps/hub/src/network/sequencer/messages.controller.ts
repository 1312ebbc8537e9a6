import { MAX_BATCH } from '@nmirf/federation/batches';
import { splitLines } from '@nmirf/federation/lines';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { KeysService } from '../../foundation/keys/keys.service.js';
import { NodeRequests } from '../log/node-requests.js';
import { protocolProblem } from '../log/protocol-problem.js';
import { HandOver } from './hand-over.js';
import { IncomingBatches, type Sender } from './incoming-batches.js';
import { PostingLimits } from './posting-limits.js';
import { Sequencer } from './sequencer.js';
import { Turns } from './turns.js';

/** The nodes' door (docs/protocol.md §4). Its answer is a receipt, signed by the hub. */
@ApiExcludeController()
@Controller('nmirf/v1/messages')
export class MessagesController {
  private readonly turns = new Turns();

  constructor(
    private readonly requests: NodeRequests,
    private readonly sequencer: Sequencer,
    private readonly limits: PostingLimits,
    private readonly incoming: IncomingBatches,
    private readonly handOver: HandOver,
    private readonly keys: KeysService,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('anyone')
  async post(@Req() request: Request, @Res() response: Response): Promise<void> {
    const turn = this.turns.take(request.socket);
    try {
      const { sender, body, lines } = await this.heard(request);
      const isHub = await this.keys.isHub(sender.trust);
      await turn.come;
      const batch = await this.incoming.checked(sender, body, lines);
      const receipt = isHub ? this.sequencer.accept(batch) : this.handOver.accept(sender, body, batch);
      turn.pass();
      response.type('application/jose').send(await receipt);
    } finally {
      turn.pass();
    }
  }

  /** Who sends, and what, before any line has been looked at. */
  private async heard(
    request: Request,
  ): Promise<{ readonly sender: Sender; readonly body: Buffer; readonly lines: readonly Uint8Array[] }> {
    const { node, trust, use, body } = await this.requests.publisher(request);
    const lines = linesOf(body);
    const sender = { node, trust, use };
    await Promise.all([this.limits.count(node, lines.length, Date.now()), this.incoming.assertHeard(sender)]);
    return { sender, body, lines };
  }
}

function linesOf(body: Buffer): Uint8Array[] {
  const lines = splitLines(body);
  if (body.length === 0) throw protocolProblem('malformed');
  if (lines.length > MAX_BATCH) throw protocolProblem('too-large');
  return lines;
}
