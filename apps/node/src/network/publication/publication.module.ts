import { type DynamicModule, Module } from '@nestjs/common';
import { PracticesModule } from '../../work/practices/practices.module.js';
import { OutgoingModule } from '../sync/outgoing.module.js';
import { PUBLICATION_OPTIONS, type PublicationOptions } from './publication-options.js';
import { PublicationController } from './publication.controller.js';
import { ReleaseService } from './release.service.js';
import { ReviewService } from './review.service.js';

/** The publication gate. `options` say whose gate it is. */
@Module({})
export class PublicationModule {
  static forRoot(options: PublicationOptions): DynamicModule {
    return {
      module: PublicationModule,
      imports: [PracticesModule, OutgoingModule],
      controllers: [PublicationController],
      providers: [{ provide: PUBLICATION_OPTIONS, useValue: options }, ReviewService, ReleaseService],
    };
  }
}
