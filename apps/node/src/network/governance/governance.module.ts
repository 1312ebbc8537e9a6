import { Module } from '@nestjs/common';
import { OutgoingModule } from '../sync/outgoing.module.js';
import { DecisionsService } from './decisions.service.js';
import { ProposalsController } from './proposals.controller.js';
import { ProposalsQueries } from './proposals.queries.js';
import { TakedownsController } from './takedowns.controller.js';
import { TakedownsService } from './takedowns.service.js';

/** The executive committee's part at a node: what is proposed, and this mechanism's word on it. */
@Module({
  imports: [OutgoingModule],
  controllers: [ProposalsController, TakedownsController],
  providers: [ProposalsQueries, DecisionsService, TakedownsService],
})
export class GovernanceModule {}
