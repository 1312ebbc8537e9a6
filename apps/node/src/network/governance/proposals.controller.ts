import type { PersonView } from '@nmirf/contracts/identity/session';
import { hash } from '@nmirf/contracts/network/names';
import {
  committeeProposal,
  type CommitteeProposal,
  hubProposal,
  type HubProposal,
  proposalDecision,
  type ProposalDecision,
  proposalList,
  type ProposalView,
  proposalView,
  standingCommittee,
  type StandingCommittee,
  statusProposal,
  type StatusProposal,
} from '@nmirf/contracts/network/proposals';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { DecisionsService } from './decisions.service.js';
import { ProposalsQueries } from './proposals.queries.js';
import { ProposingService } from './proposing.service.js';

@Controller('api/proposals')
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalsQueries,
    private readonly decisions: DecisionsService,
    private readonly proposing: ProposingService,
  ) {}

  @Get()
  @Allow('proposal:read')
  @Returns(proposalList)
  list(): Promise<ProposalView[]> {
    return this.proposals.all();
  }

  /** The committee as it is now, which whoever proposes another begins with. */
  @Get('committee')
  @Allow('proposal:read')
  @Returns(standingCommittee)
  committee(): Promise<StandingCommittee> {
    return this.proposals.committee();
  }

  @Get(':hash')
  @Allow('proposal:read')
  @Returns(proposalView)
  one(@Param('hash', { schema: hash }) subject: string): Promise<ProposalView> {
    return this.proposals.one(subject);
  }

  /** Proposes to the executive committee to suspend a member, to end that, or to revoke it. It cannot be taken back. */
  @Post('status')
  @HttpCode(204)
  @Allow('proposal:make')
  proposeStatus(@Person() { id }: PersonView, @Body({ schema: statusProposal }) body: StatusProposal): Promise<void> {
    return this.proposing.status(body, id);
  }

  /** Proposes another committee, whole, or other thresholds. It cannot be taken back. */
  @Post('committee')
  @HttpCode(204)
  @Allow('proposal:make')
  proposeCommittee(@Person() { id }: PersonView, @Body({ schema: committeeProposal }) body: CommitteeProposal): Promise<void> {
    return this.proposing.committee(body, id);
  }

  /** Proposes another server as the hub, by the file it wrote. It cannot be taken back. */
  @Post('hub')
  @HttpCode(204)
  @Allow('proposal:make')
  proposeHub(@Person() { id }: PersonView, @Body({ schema: hubProposal }) body: HubProposal): Promise<void> {
    return this.proposing.hub(body, id);
  }

  /** This mechanism's word in the executive committee. It cannot be taken back. */
  @Post(':hash/decision')
  @HttpCode(200)
  @Allow('proposal:decide')
  @Returns(proposalView)
  decide(
    @Person() { id }: PersonView,
    @Param('hash', { schema: hash }) subject: string,
    @Body({ schema: proposalDecision }) { decision }: ProposalDecision,
  ): Promise<ProposalView> {
    return this.decisions.decide(subject, decision, id);
  }
}
