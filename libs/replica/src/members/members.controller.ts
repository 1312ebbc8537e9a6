import { type MemberView, memberView } from '@nmirf/contracts/members/mechanism';
import { nodeId } from '@nmirf/contracts/network/names';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { MembersQueries } from './members.queries.js';

@Controller('api/members')
export class MembersController {
  constructor(private readonly members: MembersQueries) {}

  @Get()
  @Allow('anyone')
  @Returns(z.object({ items: z.array(memberView) }).meta({ id: 'Members' }))
  async all(): Promise<{ items: MemberView[] }> {
    return { items: await this.members.all() };
  }

  @Get(':id')
  @Allow('anyone')
  @Returns(memberView)
  one(@Param('id', { schema: nodeId }) id: string): Promise<MemberView> {
    return this.members.one(id);
  }
}
