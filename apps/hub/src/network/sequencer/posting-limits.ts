import type { NodeId } from '@nmirf/contracts/network/names';
import { WITHOUT_WAITING } from '@nmirf/platform/database/without-waiting';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { protocolProblem } from '../log/protocol-problem.js';

export const LIMITS = Symbol('posting limits');

/** How much a node may send in a minute (docs/protocol.md §11). */
export interface Limits {
  readonly posts: number;
  readonly messages: number;
}

const MINUTE_MS = 60_000;

/** Counts and allows in one statement; what is not allowed is not counted, so a node that waits out the minute is heard. */
const COUNT = `
  insert into posting_count as count (node, minute, posts, messages) select $1, $2, 1, $3 from ${WITHOUT_WAITING}
  on conflict (node) do update
     set posts = case count.minute when excluded.minute then count.posts + 1 else 1 end,
         messages = case count.minute when excluded.minute then count.messages + $3 else $3 end, minute = excluded.minute
   where count.minute <> excluded.minute or (count.posts < $4 and count.messages + $3 <= $5)
  returning posts`;

/** Keeps one node from taking the time of all others. Counted in the database, for all processes of the hub together. */
@Injectable()
export class PostingLimits {
  constructor(
    private readonly db: DataSource,
    @Inject(LIMITS) private readonly limits: Limits,
  ) {}

  /** Throws `rate-limited` with the seconds after which the node is heard again. `now`: Unix milliseconds. */
  async count(node: NodeId, messages: number, now: number): Promise<void> {
    const minute = Math.floor(now / MINUTE_MS);
    const counted: unknown[] = await this.db.query(COUNT, [node, minute, messages, this.limits.posts, this.limits.messages]);
    if (counted.length > 0) return;
    const seconds = Math.ceil(((minute + 1) * MINUTE_MS - now) / 1_000);
    throw protocolProblem('rate-limited', {}, { 'retry-after': String(seconds) });
  }
}
