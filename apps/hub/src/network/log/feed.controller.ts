import { Readable } from 'node:stream';
import { type FeedQuery, feedQuery, type SnapshotQuery, snapshotQuery, type WellKnown, wellKnown } from '@nmirf/contracts/network/log';
import { MAX_BATCH, MAX_BATCH_BYTES } from '@nmirf/federation/batches';
import { MAX_MESSAGE } from '@nmirf/federation/message';
import { parseTilePath } from '@nmirf/federation/tiles';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Problem } from '@nmirf/platform/http/problem';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { sendStream } from '@nmirf/platform/http/send-stream';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { Cosignatures } from '@nmirf/replica/log/cosignatures';
import { Evidence } from '@nmirf/replica/log/evidence';
import { packer, PAGE_LEAVES } from '@nmirf/replica/log/feed-page';
import type { PageText } from '@nmirf/replica/log/feed-pages';
import { TileReader } from '@nmirf/replica/log/tile-store';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { NodeContacts } from '../health/node-contacts.js';
import { entryBundle } from './entry-bundle.js';
import { FeedService } from './feed.service.js';
import { NodeRequests } from './node-requests.js';

const FOREVER = 'public, max-age=31536000, immutable';

/** The log, for nodes (the feed) and for anybody (C2SP tlog-tiles). */
@Controller()
export class FeedController {
  constructor(
    private readonly feed: FeedService,
    private readonly requests: NodeRequests,
    private readonly evidence: Evidence,
    private readonly checkpoints: CheckpointStore,
    private readonly cosignatures: Cosignatures,
    private readonly db: DataSource,
    private readonly contacts: NodeContacts,
  ) {}

  @Get('.well-known/nmirf.json')
  @Allow('anyone')
  @Returns(wellKnown)
  async describe(): Promise<WellKnown> {
    const { origin, networkId, name, logKey } = await this.evidence.view();
    const limits = { message: MAX_MESSAGE, batch: MAX_BATCH, batchBytes: MAX_BATCH_BYTES, feedPage: PAGE_LEAVES };
    return { origin, networkId, name, logKey, versions: ['nmirf/v1'], limits, features: ['feed', 'bell', 'tiles', 'snapshot'] };
  }

  @Get('nmirf/v1/feed')
  @Allow('anyone')
  @ApiExcludeEndpoint()
  async page(@Query({ schema: feedQuery }) query: FeedQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const reader = await this.requests.reader(request);
    if (reader) this.contacts.saw(reader, query.from, Date.now());
    const page = await this.feed.page(query, reader);
    response.type('application/x-ndjson').set('cache-control', 'no-store').send(page);
  }

  /** Part of the log in one answer, compressed: for a member that is far behind, and then goes on by the feed. */
  @Get('nmirf/v1/snapshot')
  @Allow('anyone')
  @ApiExcludeEndpoint()
  async snapshot(
    @Query({ schema: snapshotQuery }) { from }: SnapshotQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { node } = await this.requests.member(request);
    const part = await this.feed.part(from, node);
    response.type('application/gzip').set('cache-control', 'no-store');
    await sendStream(response, Readable.from(textOf(part), { objectMode: false }), packer());
  }

  @Get('nmirf/log1/checkpoint')
  @Allow('anyone')
  @ApiExcludeEndpoint()
  async checkpoint(@Res() response: Response): Promise<void> {
    const latest = await this.checkpoints.latest();
    if (!latest) throw new Problem('log/not-founded', 503);
    response
      .type('text/plain')
      .set('cache-control', 'no-cache')
      .send(await this.cosignatures.noteOf(latest));
  }

  @Get('nmirf/log1/tile/*path')
  @Allow('anyone')
  @ApiExcludeEndpoint()
  async tile(@Param('path') path: string | readonly string[], @Res() response: Response): Promise<void> {
    const tile = parseTilePath(`tile/${typeof path === 'string' ? path : path.join('/')}`);
    const latest = await this.checkpoints.latest();
    if (!tile || !latest) throw new Problem('log/not-found', 404);
    const { level, index, width } = tile;
    const span = 256 ** (level === 'entries' ? 0 : level);
    if ((index * 256 + width) * span > latest.size) throw new Problem('log/not-found', 404);
    const bytes =
      level === 'entries'
        ? await entryBundle(this.db.manager, index, width)
        : (await new TileReader(this.db.manager).tile(level, index, width)).subarray(0, width * 32);
    response.type('application/octet-stream').set('cache-control', FOREVER).send(bytes);
  }
}

async function* textOf(pages: AsyncIterable<PageText>): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of pages) yield bytes;
}
