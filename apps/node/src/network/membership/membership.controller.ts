import { ownMembership, type OwnMembership } from '@nmirf/contracts/members/own-membership';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Controller, Get } from '@nestjs/common';
import { MembershipQueries } from './membership.queries.js';

@Controller('api/membership')
export class MembershipController {
  constructor(private readonly membership: MembershipQueries) {}

  /** For everybody at the desk: whoever is on the telephone must be able to read a fingerprint. */
  @Get()
  @Allow('signed-in')
  @Returns(ownMembership)
  own(): Promise<OwnMembership> {
    return this.membership.own();
  }
}
