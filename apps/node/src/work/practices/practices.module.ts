import { Module } from '@nestjs/common';
import { PracticesController } from './practices.controller.js';
import { PracticesFacade } from './practices.facade.js';
import { PracticesQueries } from './practices.queries.js';
import { PracticesService } from './practices.service.js';

@Module({
  controllers: [PracticesController],
  providers: [PracticesService, PracticesQueries, PracticesFacade],
  exports: [PracticesFacade, PracticesService],
})
export class PracticesModule {}
