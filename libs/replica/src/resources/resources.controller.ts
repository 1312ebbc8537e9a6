import { fileDigest } from '@nmirf/contracts/files/file';
import type { PersonView } from '@nmirf/contracts/identity/session';
import { type LogEvidence, logEvidence } from '@nmirf/contracts/network/log';
import {
  libraryResource,
  type LibraryResource,
  resourceFacets,
  type ResourceFacets,
  resourceFilters,
  type ResourceFilters,
  resourcesPage,
  type ResourcesPage,
  resourcesQuery,
  type ResourcesQuery,
} from '@nmirf/contracts/resources/library';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Files } from '@nmirf/platform/files/files';
import { sendFile } from '@nmirf/platform/files/send-file';
import { Problem } from '@nmirf/platform/http/problem';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Evidence } from '../log/evidence.js';
import type { Reader } from './resource.filters.js';
import { ResourcesQueries } from './resources.queries.js';

const id = z.uuid();

/** Whoever reads at a mechanism's desk is a member; nobody at the hub holds that permission, so its pages show what everybody may read. */
const readerOf = (person: PersonView | undefined): Reader => (person?.permissions.includes('practice:read') ? 'member' : 'anyone');

/** The shared resources of the network, the same on every server that holds the log, with the files that are kept here. */
@Controller('api/library/resources')
export class ResourcesController {
  constructor(
    private readonly resources: ResourcesQueries,
    private readonly files: Files,
    private readonly evidence: Evidence,
  ) {}

  @Get()
  @Allow('anyone')
  @Returns(resourcesPage)
  page(@Person() person: PersonView | undefined, @Query({ schema: resourcesQuery }) query: ResourcesQuery): Promise<ResourcesPage> {
    return this.resources.page(query, readerOf(person));
  }

  @Get('facets')
  @Allow('anyone')
  @Returns(resourceFacets)
  facets(@Person() person: PersonView | undefined, @Query({ schema: resourceFilters }) filters: ResourceFilters): Promise<ResourceFacets> {
    return this.resources.facets(filters, readerOf(person));
  }

  @Get(':id')
  @Allow('anyone')
  @Returns(libraryResource)
  one(@Person() person: PersonView | undefined, @Param('id', { schema: id }) resource: string): Promise<LibraryResource> {
    return this.resources.one(resource, readerOf(person));
  }

  /** What a reader needs to check the resource without trusting this server. */
  @Get(':id/evidence')
  @Allow('anyone')
  @Returns(logEvidence)
  async proof(@Person() person: PersonView | undefined, @Param('id', { schema: id }) resource: string): Promise<LogEvidence> {
    const reader = readerOf(person);
    const { place } = await this.resources.one(resource, reader);
    return this.evidence.of(place.position, { restricted: reader === 'member' });
  }

  /** A file, to be saved. Its SHA-256 is in its address and in the signed message: whoever saves it can compare. */
  @Get(':id/files/:sha256')
  @Allow('anyone')
  @ApiExcludeEndpoint()
  async file(
    @Param('id', { schema: id }) resource: string,
    @Param('sha256', { schema: fileDigest }) sha256: string,
    @Person() person: PersonView | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const { name } = await this.resources.file(resource, sha256, readerOf(person));
    const file = await this.files.find(sha256);
    if (!file) throw new Problem('file/not-here', 404);
    await sendFile(response, this.files, file, name);
  }
}
