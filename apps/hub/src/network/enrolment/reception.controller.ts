import { enrolmentAnswer, type EnrolmentAnswer, enrolmentNonce } from '@nmirf/contracts/network/enrolment';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Controller, Get, Header, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { protocolProblem } from '../log/protocol-problem.js';
import { ReceptionService } from './reception.service.js';

/** The door of nodes that are not members yet (docs/protocol.md, Enrolment). */
@Controller('nmirf/v1/enrolments')
export class ReceptionController {
  constructor(private readonly reception: ReceptionService) {}

  @Get('nonce')
  @Allow('anyone')
  @Header('cache-control', 'no-store')
  @Returns(enrolmentNonce)
  nonce(): z.infer<typeof enrolmentNonce> {
    return this.reception.nonce(new Date());
  }

  @Post()
  @Allow('anyone')
  @Returns(enrolmentAnswer)
  receive(@Req() { body }: Request): Promise<EnrolmentAnswer> {
    if (!Buffer.isBuffer(body)) throw protocolProblem('media-type');
    return this.reception.receive(body.toString('latin1').trimEnd(), new Date());
  }
}
