import type { NodeId } from '@nmirf/contracts/network/names';
import type { Trust } from '@nmirf/federation/trust';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Rung when a member has forked. */
export const FORKS = 'forks';

const OPEN = 'select proposal from fork_evidence where source = $1 and dropped_why is null';

/** Members that signed two messages for one place in their chain. */
@Injectable()
export class Forks {
  constructor(private readonly db: DataSource) {}

  /** Whether nothing more is taken from this member, because the committee has not yet decided on a fork of its chain. */
  async hold(node: NodeId, trust: Trust): Promise<boolean> {
    const rows: { proposal: string | null }[] = await this.db.query(OPEN, [node]);
    return rows.some(({ proposal }) => proposal === null || (trust.proposals[proposal]?.state ?? 'open') === 'open');
  }
}
