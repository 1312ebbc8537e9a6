import { idPageQuery, type PageQuery } from '@nmirf/contracts/http/page';
import type { PersonView } from '@nmirf/contracts/identity/session';
import {
  enrolmentPage,
  type EnrolmentPage,
  type EnrolmentRefusal,
  enrolmentRefusal,
  enrolmentView,
  type EnrolmentView,
} from '@nmirf/contracts/network/enrolment';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { EnrolmentsQueries } from './enrolments.queries.js';
import { EnrolmentsService } from './enrolments.service.js';

@Controller('api/enrolments')
export class EnrolmentsController {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly queries: EnrolmentsQueries,
  ) {}

  @Get()
  @Allow('member:read-all')
  @Returns(enrolmentPage)
  list(@Query({ schema: idPageQuery }) query: PageQuery): Promise<EnrolmentPage> {
    return this.queries.enrolments(query);
  }

  @Get(':id')
  @Allow('member:read-all')
  @Returns(enrolmentView)
  one(@Param('id', { schema: z.uuid() }) id: string): Promise<EnrolmentView> {
    return this.queries.enrolment(id);
  }

  @Post(':id/approval')
  @HttpCode(200)
  @Allow('enrolment:approve')
  @Returns(enrolmentView)
  async approve(@Person() officer: PersonView, @Param('id', { schema: z.uuid() }) id: string): Promise<EnrolmentView> {
    await this.enrolments.approve(officer.id, id);
    return this.queries.enrolment(id);
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @Allow('enrolment:approve')
  @Returns(enrolmentView)
  async refuse(
    @Person() officer: PersonView,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: enrolmentRefusal }) { reason }: EnrolmentRefusal,
  ): Promise<EnrolmentView> {
    await this.enrolments.refuse(officer.id, id, reason);
    return this.queries.enrolment(id);
  }
}
