import { type LogEvidence, logEvidence } from '@nmirf/contracts/network/log';
import {
  type LibraryFacets,
  libraryFacets,
  type LibraryFilters,
  libraryFilters,
  libraryPage,
  type LibraryPractice,
  libraryPractice,
  type LibraryQuery,
  libraryQuery,
} from '@nmirf/contracts/practices/library';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Evidence } from '../log/evidence.js';
import { PracticesQueries } from './practices.queries.js';

const id = z.uuid();

/** The practices of the network, the same on every server that holds the log. */
@Controller('api/library/practices')
export class LibraryController {
  constructor(
    private readonly practices: PracticesQueries,
    private readonly evidence: Evidence,
  ) {}

  @Get()
  @Allow('anyone')
  @Returns(libraryPage)
  page(@Query({ schema: libraryQuery }) query: LibraryQuery): Promise<z.infer<typeof libraryPage>> {
    return this.practices.page(query);
  }

  @Get('facets')
  @Allow('anyone')
  @Returns(libraryFacets)
  facets(@Query({ schema: libraryFilters }) filters: LibraryFilters): Promise<LibraryFacets> {
    return this.practices.facets(filters);
  }

  @Get(':id')
  @Allow('anyone')
  @Returns(libraryPractice)
  one(@Param('id', { schema: id }) practice: string): Promise<LibraryPractice> {
    return this.practices.one(practice);
  }

  /** What a reader needs to check the practice without trusting this server. */
  @Get(':id/evidence')
  @Allow('anyone')
  @Returns(logEvidence)
  async proof(@Param('id', { schema: id }) practice: string): Promise<LogEvidence> {
    return this.evidence.of((await this.practices.one(practice)).place.position);
  }
}
