import { fileDigest, type FileProgress, fileProgress } from '@nmirf/contracts/files/file';
import { lackingFiles, type LackingFiles } from '@nmirf/contracts/files/lacking';
import { carriedPartQuery, type PartQuery, SEALED_TYPE } from '@nmirf/contracts/files/sealed-file';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { type Bringer, Files } from '@nmirf/platform/files/files';
import { sendFile } from '@nmirf/platform/files/send-file';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { ReferencedFilesFacade } from '@nmirf/replica/resources/referenced-files.facade';
import { ResourceFilesFacade } from '@nmirf/replica/resources/resource-files.facade';
import { Controller, Get, Head, Inject, Param, Put, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { NodeRequests } from '../log/node-requests.js';
import { protocolProblem } from '../log/protocol-problem.js';
import { inProtocolWords } from './blob-problems.js';

/** Bytes that one member may keep here. */
export const QUOTA = Symbol('quota of files');

/** The files that messages refer to, for nodes (docs/protocol.md §5a). Every request is signed. */
@ApiExcludeController()
@Controller('nmirf/v1/blobs')
export class BlobsController {
  constructor(
    private readonly requests: NodeRequests,
    private readonly files: Files,
    private readonly resources: ResourceFilesFacade,
    private readonly referenced: ReferencedFilesFacade,
    @Inject(QUOTA) private readonly quota: number,
  ) {}

  /** The files that this hub lacks and that this member may have: a hub that was restored, or that took over, has them from its members. */
  @Get()
  @Allow('anyone')
  @Returns(lackingFiles)
  async lacking(@Req() request: Request): Promise<LackingFiles> {
    const { node } = await this.requests.member(request);
    return { files: await this.referenced.lacking(node) };
  }

  /** Takes one part of a file, the next one; what a part is and where it belongs is signed with the address. */
  @Put(':sha256')
  @Allow('anyone')
  @Returns(fileProgress)
  async put(
    @Req() request: Request,
    @Param('sha256', { schema: fileDigest }) sha256: string,
    @Query({ schema: carriedPartQuery }) part: PartQuery,
  ): Promise<FileProgress> {
    const { node, body } = await this.requests.publisher(request);
    // What the log refers to is taken from whoever brings it, and counted for whose it is.
    const owner = await this.referenced.sourceOf({ sha256, size: part.size, type: part.type });
    const bringer: Bringer =
      owner === undefined
        ? { source: node, quota: this.quota }
        : { source: node, quota: Number.POSITIVE_INFINITY, owner, referenced: true };
    return this.files.receive(bringer, sha256, part, body).catch(inProtocolWords);
  }

  /** 200 when the file is here whole; else 404, with how much of it this member has brought. */
  @Head(':sha256')
  @Allow('anyone')
  async head(@Req() request: Request, @Param('sha256', { schema: fileDigest }) sha256: string, @Res() response: Response): Promise<void> {
    const { node } = await this.requests.member(request);
    const { held, complete } = await this.files.progress(node, sha256);
    response.status(complete ? 200 : 404).set({ 'upload-offset': String(held), 'cache-control': 'no-store' });
    if (complete) response.set('content-length', String(held));
    response.end();
  }

  @Get(':sha256')
  @Allow('anyone')
  async get(@Req() request: Request, @Param('sha256', { schema: fileDigest }) sha256: string, @Res() response: Response): Promise<void> {
    const { node } = await this.requests.member(request);
    const file = await this.files.find(sha256);
    // What is for a few is given to nobody else, though nobody else could open it.
    const isFor = file?.mediaType !== SEALED_TYPE || (await this.resources.isFor(sha256, node));
    if (!file || !isFor) throw protocolProblem('blob-unknown');
    await sendFile(response, this.files, file).catch(inProtocolWords);
  }
}
