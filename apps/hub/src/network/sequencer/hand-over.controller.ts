import { BATCH_TYPE } from '@nmirf/federation/batches';
import { encodeLines } from '@nmirf/federation/lines';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { HandOver } from './hand-over.js';

/** What the committee has said to a server that takes the hub over: its members read it there, for no log shows it yet. */
@ApiExcludeController()
@Controller('nmirf/v1/hand-over')
export class HandOverController {
  constructor(private readonly handOver: HandOver) {}

  @Get()
  @Allow('anyone')
  async words(@Res() response: Response): Promise<void> {
    const lines = encodeLines(await this.handOver.words());
    response.type(BATCH_TYPE).set('cache-control', 'no-store').send(Buffer.from(lines));
  }
}
