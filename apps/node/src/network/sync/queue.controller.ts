import type { PersonView } from '@nmirf/contracts/identity/session';
import {
  type LinkStatus,
  linkStatus,
  type LinkView,
  linkView,
  quarantinePage,
  type QuarantineQuery,
  quarantineQuery,
  queuePage,
  type QueueQuery,
  queueQuery,
} from '@nmirf/contracts/network/queue';
import { negotiateLanguage } from '@nmirf/languages/languages';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Person } from '@nmirf/platform/access/person.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Bells } from '@nmirf/platform/queue/bell';
import { QuarantineQueries } from '@nmirf/replica/projector/quarantine.queries';
import { Controller, Get, Headers, HttpCode, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { LinkFacade } from '../../foundation/link/link.facade.js';
import { FETCH } from './fetch.worker.js';
import { DRAIN, UPLOAD } from './outgoing.facade.js';
import { QueueQueries } from './queue.queries.js';

@Controller('api/queue')
export class QueueController {
  constructor(
    private readonly queue: QueueQueries,
    private readonly aside: QuarantineQueries,
    private readonly link: LinkFacade,
    private readonly bells: Bells,
  ) {}

  @Get()
  @Allow('queue:read')
  @Returns(queuePage)
  page(
    @Query({ schema: queueQuery }) query: QueueQuery,
    @Headers('accept-language') languages?: string,
  ): Promise<z.infer<typeof queuePage>> {
    return this.queue.page(query, negotiateLanguage(languages));
  }

  /** What came in, is proven, and cannot be shown. */
  @Get('quarantine')
  @Allow('queue:read')
  @Returns(quarantinePage)
  quarantine(@Query({ schema: quarantineQuery }) query: QuarantineQuery): Promise<z.infer<typeof quarantinePage>> {
    return this.aside.page(query);
  }

  @Get('link')
  @Allow('queue:read')
  @Returns(linkView)
  state(): Promise<LinkView> {
    return this.queue.linkView();
  }

  /** For the notice above every page: whoever only reads sees it too. */
  @Get('link/status')
  @Allow('signed-in')
  @Returns(linkStatus)
  status(): Promise<LinkStatus> {
    return this.queue.linkStatus();
  }

  /** Tries the line again now, whatever the back-off says. */
  @Post('retry')
  @HttpCode(200)
  @Allow('queue:retry')
  @Returns(linkView)
  async retry(@Person() { id }: PersonView): Promise<LinkView> {
    await this.link.retry(id);
    for (const bell of [UPLOAD, DRAIN, FETCH]) await this.bells.ring(bell);
    return this.queue.linkView();
  }
}
