import { PAGE_TYPE } from '@nmirf/contracts/network/log';
import { type FeedPage, pageOf } from '@nmirf/replica/log/feed-page';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { NodeRequests } from '../log/node-requests.js';
import { protocolProblem } from '../log/protocol-problem.js';
import { RecoveryService } from './recovery.service.js';

/** The door for what this hub has lost: members that hold more of its log send it, a page at a time. */
@ApiExcludeController()
@Controller('nmirf/v1/recovery')
export class RecoveryController {
  constructor(
    private readonly requests: NodeRequests,
    private readonly recovery: RecoveryService,
  ) {}

  @Post('tail')
  @HttpCode(200)
  @Allow('anyone')
  async tail(@Req() request: Request): Promise<{ readonly size: number }> {
    const { body } = await this.requests.publisher(request);
    if (request.headers['content-type'] !== PAGE_TYPE) throw protocolProblem('media-type');
    return { size: await this.recovery.take(opened(body)) };
  }
}

function opened(body: Buffer): FeedPage {
  try {
    return pageOf(body);
  } catch {
    throw protocolProblem('malformed');
  }
}
