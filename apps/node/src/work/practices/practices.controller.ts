import type { PersonView } from '@nmirf/contracts/identity/session';
import {
  type PracticeAdd,
  practiceAdd,
  type PracticeReturn,
  practiceReturn,
  type PracticeSave,
  practiceSave,
  practicesPage,
  practicesQuery,
  type PracticesQuery,
  type PracticeView,
  practiceView,
} from '@nmirf/contracts/practices/authoring';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { type PracticesPage, PracticesQueries } from './practices.queries.js';
import { PracticesService } from './practices.service.js';

@Controller('api/practices')
export class PracticesController {
  constructor(
    private readonly practices: PracticesService,
    private readonly queries: PracticesQueries,
  ) {}

  @Get()
  @Allow('practice:read')
  @Returns(practicesPage)
  list(@Query({ schema: practicesQuery }) query: PracticesQuery): Promise<PracticesPage> {
    return this.queries.page(query);
  }

  @Post()
  @Allow('practice:write')
  @Returns(practiceView)
  add(@Person() person: PersonView, @Body({ schema: practiceAdd }) { record }: PracticeAdd): Promise<PracticeView> {
    return this.practices.add(person, record);
  }

  @Get(':id')
  @Allow('practice:read')
  @Returns(practiceView)
  find(@Param('id', { schema: z.uuid() }) id: string): Promise<PracticeView> {
    return this.queries.find(id);
  }

  @Put(':id')
  @Allow('practice:write')
  @Returns(practiceView)
  save(
    @Person() person: PersonView,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: practiceSave }) save: PracticeSave,
  ): Promise<PracticeView> {
    return this.practices.save(person, id, save);
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Allow('practice:write')
  @Returns(practiceView)
  submit(@Person() person: PersonView, @Param('id', { schema: z.uuid() }) id: string): Promise<PracticeView> {
    return this.practices.submit(person, id);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Allow('practice:review')
  @Returns(practiceView)
  return(
    @Person() person: PersonView,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: practiceReturn }) { reason }: PracticeReturn,
  ): Promise<PracticeView> {
    return this.practices.returnToAuthor(person, id, reason);
  }
}
