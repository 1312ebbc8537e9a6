import { Module } from '@nestjs/common';
import { DeskFilesController } from './files.controller.js';
import { OwnResourcesQueries } from './own-resources.queries.js';
import { OwnResourcesController } from './resources.controller.js';
import { ResourcesFacade } from './resources.facade.js';
import { ResourcesService } from './resources.service.js';

@Module({
  controllers: [OwnResourcesController, DeskFilesController],
  providers: [ResourcesService, OwnResourcesQueries, ResourcesFacade],
  exports: [ResourcesFacade],
})
export class ResourcesModule {}
