import { type OwnHead, ownHead } from '@nmirf/contracts/network/log';
import { toBase64url } from '@nmirf/federation/base64url';
import { epochOf } from '@nmirf/federation/trust';
import { Allow } from '@nmirf/platform/access/allow.decorator';
import { Returns } from '@nmirf/platform/http/returns.decorator';
import { Controller, Get, Header, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { NodeRequests } from '../log/node-requests.js';
import { protocolProblem } from '../log/protocol-problem.js';

const HEAD = `
  select (select size from log_state where id = 1) as size, head.epoch, head.seq, head.hash, recovery.id is not null as restored,
         recovery.ended_at as "endedAt"
    from (select 1) one left join source_head head on head.source = $1 left join recovery on true`;

interface Row {
  readonly size: string;
  readonly epoch: number | null;
  readonly seq: number;
  readonly hash: Buffer;
  readonly restored: boolean;
  readonly endedAt: Date | null;
}

/** Where a member's chain ends here: what a node asks that was restored from a backup (docs/protocol.md §4). */
@Controller('nmirf/v1/nodes/self')
export class HeadsController {
  constructor(
    private readonly requests: NodeRequests,
    private readonly db: DataSource,
  ) {}

  @Get('head')
  @Allow('anyone')
  @Header('cache-control', 'no-store')
  @Returns(ownHead)
  async head(@Req() request: Request): Promise<OwnHead> {
    const { node, trust } = await this.requests.member(request);
    const [row]: Row[] = await this.db.query(HEAD, [node]);
    const { size, epoch, seq, hash, restored, endedAt } = row!;
    if (restored && !endedAt) throw protocolProblem('recovery');
    return {
      ...{ size: Number(size), epoch: epochOf(trust, node) },
      ...(endedAt && { restoredAt: endedAt.toISOString() }),
      ...(epoch !== null && { head: { epoch, seq, hash: toBase64url(hash) } }),
    };
  }
}
