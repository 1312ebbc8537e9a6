import type { QuarantinedView, QuarantineQuery } from '@nmirf/contracts/network/queue';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { QuarantinedMessage } from './quarantined-message.entity.js';

/** What the projector has set aside. */
@Injectable()
export class QuarantineQueries {
  constructor(private readonly db: DataSource) {}

  /** Newest first; the cursor is the position of the last item. */
  async page({ after, limit }: QuarantineQuery): Promise<{ items: QuarantinedView[]; next?: string }> {
    const where = after === undefined ? {} : { pos: LessThan(after) };
    const rows = await this.db.manager.find(QuarantinedMessage, { where, order: { pos: 'DESC' }, take: limit + 1 });
    const items = rows.slice(0, limit).map(({ pos, ...rest }) => ({ position: pos, ...rest }));
    return rows.length > limit ? { items, next: String(items.at(-1)!.position) } : { items };
  }
}
