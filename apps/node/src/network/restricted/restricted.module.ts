import { OPENER } from '@nmirf/replica/resources/opener.facade';
import { type DynamicModule, Module } from '@nestjs/common';
import { AGREEMENT_DIR, RestrictedFacade } from './restricted.facade.js';
import { SealedFilesFacade } from './sealed-files.facade.js';

@Module({})
export class RestrictedModule {
  static forRoot(folder: string): DynamicModule {
    return {
      module: RestrictedModule,
      // The projections of the replica ask for the opener.
      global: true,
      providers: [
        { provide: AGREEMENT_DIR, useValue: folder },
        RestrictedFacade,
        SealedFilesFacade,
        { provide: OPENER, useExisting: RestrictedFacade },
      ],
      exports: [RestrictedFacade, SealedFilesFacade, OPENER],
    };
  }
}
