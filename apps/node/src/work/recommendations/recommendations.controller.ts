import type { PersonView } from '@nmirf/contracts/identity/session';
import {
  importQuery,
  type ImportQuery,
  type ImportReport,
  importReport,
  recommendationsPage,
  recommendationsQuery,
  type RecommendationsQuery,
  recommendationView,
  type RecommendationView,
} from '@nmirf/contracts/recommendations/recommendation';
import { negotiateLanguage } from '@nmirf/languages/languages';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Problem } from '@nmirf/platform/http/problem';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { reportOf } from './import-report.js';
import { WORD_DOCUMENT, wordDocumentIn } from './recommendations.body.js';
import { type RecommendationsPage, RecommendationsQueries } from './recommendations.queries.js';
import { RecommendationsService } from './recommendations.service.js';

@Controller('api/recommendations')
export class RecommendationsController {
  constructor(
    private readonly recommendations: RecommendationsService,
    private readonly queries: RecommendationsQueries,
  ) {}

  @Get()
  @Allow('recommendation:read')
  @Returns(recommendationsPage)
  list(@Query({ schema: recommendationsQuery }) query: RecommendationsQuery): Promise<RecommendationsPage> {
    return this.queries.page(query);
  }

  @Get(':id')
  @Allow('recommendation:read')
  @Returns(recommendationView)
  async find(@Param('id', { schema: z.uuid() }) id: string): Promise<RecommendationView> {
    const found = await this.queries.find(id);
    if (found === undefined) throw new Problem('recommendation/not-found', 404);
    return found;
  }

  @Post('import')
  @HttpCode(200)
  @Allow('recommendation:import')
  @Returns(importReport)
  @ApiConsumes(WORD_DOCUMENT)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async import(
    @Person() { id: by }: PersonView,
    @Query({ schema: importQuery }) { country, dryRun }: ImportQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Headers('accept-language') languages?: string,
  ): Promise<ImportReport> {
    const file = await wordDocumentIn(request, response);
    const { list, difference } = await this.recommendations.importFile(file, country, { dryRun, by });
    return reportOf(list, difference, negotiateLanguage(languages));
  }
}
