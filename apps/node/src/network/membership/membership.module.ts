import { Module } from '@nestjs/common';
import { MembershipController } from './membership.controller.js';
import { MembershipQueries } from './membership.queries.js';

/** This node's place in the network: its mechanism's record and its keys. */
@Module({ controllers: [MembershipController], providers: [MembershipQueries] })
export class MembershipModule {}
