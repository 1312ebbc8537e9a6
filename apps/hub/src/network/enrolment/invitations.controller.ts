import { idPageQuery, type PageQuery } from '@nmirf/contracts/http/page';
import type { PersonView } from '@nmirf/contracts/identity/session';
import {
  invitation,
  type Invitation,
  type InvitationDraft,
  invitationDraft,
  invitationPage,
  type InvitationPage,
  invitationView,
  type InvitationView,
} from '@nmirf/contracts/network/enrolment';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { EnrolmentsQueries } from './enrolments.queries.js';
import { InvitationsService } from './invitations.service.js';

@Controller('api/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly queries: EnrolmentsQueries,
  ) {}

  @Get()
  @Allow('member:read-all')
  @Returns(invitationPage)
  list(@Query({ schema: idPageQuery }) query: PageQuery): Promise<InvitationPage> {
    return this.queries.invitations(query, new Date());
  }

  @Post()
  @Allow('invitation:write')
  @Returns(invitationView)
  async prepare(@Person() { id }: PersonView, @Body({ schema: invitationDraft }) draft: InvitationDraft): Promise<InvitationView> {
    return this.queries.invitation(await this.invitations.prepare(id, draft), new Date());
  }

  @Get(':id')
  @Allow('member:read-all')
  @Returns(invitationView)
  one(@Param('id', { schema: z.uuid() }) id: string): Promise<InvitationView> {
    return this.queries.invitation(id, new Date());
  }

  /** The file for the mechanism. It carries the token, so it is given once. */
  @Post(':id/issue')
  @Allow('invitation:write')
  @Returns(invitation)
  issue(@Person() officer: PersonView, @Param('id', { schema: z.uuid() }) id: string): Promise<Invitation> {
    return this.invitations.issue(officer.id, id);
  }

  @Post(':id/withdrawal')
  @Allow('invitation:write')
  @Returns(invitationView)
  async withdraw(@Person() officer: PersonView, @Param('id', { schema: z.uuid() }) id: string): Promise<InvitationView> {
    await this.invitations.withdraw(officer.id, id);
    return this.queries.invitation(id, new Date());
  }
}
