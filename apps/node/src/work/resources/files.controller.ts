import { fileDigest, fileName, type FileProgress, fileProgress, PART_TYPE, partQuery } from '@nmirf/contracts/files/file';
import type { PartQuery } from '@nmirf/contracts/files/sealed-file';
import { type FileTraces, fileTraces } from '@nmirf/contracts/files/traces';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Files } from '@nmirf/platform/files/files';
import { sendFile } from '@nmirf/platform/files/send-file';
import { Problem } from '@nmirf/platform/http/problem';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Controller, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';

/** What a mechanism's people may bring: much, for its own disk is the limit. */
const DESK = { source: 'desk', quota: 20 * 1024 * 1024 * 1024 };
const named = z.object({ name: fileName });

/** The files of a mechanism's own resources, before they are published. */
@Controller('api/files/:sha256')
export class DeskFilesController {
  constructor(private readonly files: Files) {}

  /** How much of a file has been brought: an upload that broke off goes on from there. */
  @Get('progress')
  @Allow('practice:write')
  @Returns(fileProgress)
  progress(@Param('sha256', { schema: fileDigest }) sha256: string): Promise<FileProgress> {
    return this.files.progress(DESK.source, sha256);
  }

  /** Takes the next part of a file; the last one has the whole checked. */
  @Put()
  @Allow('practice:write')
  @ApiConsumes(PART_TYPE)
  @Returns(fileProgress)
  bring(
    @Req() request: Request,
    @Param('sha256', { schema: fileDigest }) sha256: string,
    @Query({ schema: partQuery }) part: PartQuery,
  ): Promise<FileProgress> {
    const body: unknown = request.body;
    if (!Buffer.isBuffer(body)) throw new Problem('request/media-type', 415);
    return this.files.receive(DESK, sha256, part, body);
  }

  /** What a file tells of people beside its content: whoever shares it is to know. */
  @Get('traces')
  @Allow('practice:read')
  @Returns(fileTraces)
  async traces(@Param('sha256', { schema: fileDigest }) sha256: string): Promise<FileTraces> {
    const traces = await this.files.traces(sha256);
    if (!traces) throw new Problem('file/not-here', 404);
    return traces;
  }

  @Get()
  @Allow('practice:read')
  @ApiExcludeEndpoint()
  async open(
    @Param('sha256', { schema: fileDigest }) sha256: string,
    @Query({ schema: named }) { name }: z.infer<typeof named>,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.find(sha256);
    if (!file) throw new Problem('file/not-here', 404);
    await sendFile(response, this.files, file, name);
  }
}
