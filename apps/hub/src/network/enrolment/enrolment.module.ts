import { type DynamicModule, Module } from '@nestjs/common';
import { ENROLMENT_OPTIONS, type EnrolmentOptions } from './enrolment-options.js';
import { EnrolmentsController } from './enrolments.controller.js';
import { EnrolmentsQueries } from './enrolments.queries.js';
import { EnrolmentsService } from './enrolments.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { ProposingWorker } from './proposing.worker.js';
import { ReceptionController } from './reception.controller.js';
import { ReceptionService } from './reception.service.js';

/** How a mechanism becomes a member: invitation, enrolment, two officers, and the proposal to the committee. */
@Module({})
export class EnrolmentModule {
  static forRoot(options: EnrolmentOptions): DynamicModule {
    return {
      module: EnrolmentModule,
      controllers: [InvitationsController, EnrolmentsController, ReceptionController],
      providers: [
        { provide: ENROLMENT_OPTIONS, useValue: options },
        InvitationsService,
        EnrolmentsService,
        EnrolmentsQueries,
        ReceptionService,
        ProposingWorker,
      ],
    };
  }
}
