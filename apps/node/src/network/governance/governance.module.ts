import { Module } from '@nestjs/common';
import { OutgoingModule } from '../sync/outgoing.module.js';
import { DecisionsService } from './decisions.service.js';
import { OwnKeysController } from './own-keys.controller.js';
import { OwnKeysService } from './own-keys.service.js';
import { ProposalsController } from './proposals.controller.js';
import { ProposalsQueries } from './proposals.queries.js';
import { ProposingService } from './proposing.service.js';
import { TakedownsController } from './takedowns.controller.js';
import { TakedownsService } from './takedowns.service.js';

/** What a node says about the membership: the committee's proposals and words, and changes of its own keys. */
@Module({
  imports: [OutgoingModule],
  controllers: [OwnKeysController, ProposalsController, TakedownsController],
  providers: [OwnKeysService, ProposalsQueries, DecisionsService, ProposingService, TakedownsService],
})
export class GovernanceModule {}
