import type { PersonView } from '@nmirf/contracts/identity/session';
import { practiceReturn, type PracticeReturn } from '@nmirf/contracts/practices/authoring';
import {
  ownResourcesPage,
  type OwnResourcesPage,
  ownResourcesQuery,
  type OwnResourcesQuery,
  resourceAdd,
  type ResourceAdd,
  resourceSave,
  type ResourceSave,
  resourceView,
  type ResourceView,
} from '@nmirf/contracts/resources/authoring';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { OwnResourcesQueries } from './own-resources.queries.js';
import { ResourcesService } from './resources.service.js';

const id = z.uuid();

@Controller('api/resources')
export class OwnResourcesController {
  constructor(
    private readonly resources: ResourcesService,
    private readonly queries: OwnResourcesQueries,
  ) {}

  @Get()
  @Allow('practice:read')
  @Returns(ownResourcesPage)
  list(@Query({ schema: ownResourcesQuery.extend({ after: id.optional() }) }) query: OwnResourcesQuery): Promise<OwnResourcesPage> {
    return this.queries.page(query);
  }

  @Post()
  @Allow('practice:write')
  @Returns(resourceView)
  add(@Person() person: PersonView, @Body({ schema: resourceAdd }) { record }: ResourceAdd): Promise<ResourceView> {
    return this.resources.add(person, record);
  }

  @Get(':id')
  @Allow('practice:read')
  @Returns(resourceView)
  find(@Param('id', { schema: id }) resource: string): Promise<ResourceView> {
    return this.queries.find(resource);
  }

  @Put(':id')
  @Allow('practice:write')
  @Returns(resourceView)
  save(
    @Person() person: PersonView,
    @Param('id', { schema: id }) resource: string,
    @Body({ schema: resourceSave }) save: ResourceSave,
  ): Promise<ResourceView> {
    return this.resources.save(person, resource, save);
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Allow('practice:write')
  @Returns(resourceView)
  submit(@Person() person: PersonView, @Param('id', { schema: id }) resource: string): Promise<ResourceView> {
    return this.resources.submit(person, resource);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Allow('practice:review')
  @Returns(resourceView)
  return(
    @Person() person: PersonView,
    @Param('id', { schema: id }) resource: string,
    @Body({ schema: practiceReturn }) { reason }: PracticeReturn,
  ): Promise<ResourceView> {
    return this.resources.returnToAuthor(person, resource, reason);
  }
}
