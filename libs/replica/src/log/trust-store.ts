import { openMessage } from '@nmirf/federation/message';
import { applyGovernance, foundTrust, keyAt, type Trust } from '@nmirf/federation/trust';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Trust as it stands after the governance messages up to and including position `at`. */
export interface TrustAt {
  readonly trust: Trust;
  readonly at: number;
}

/**
 * Who is a member, with which keys, as this copy of the log says. A pure function of the governance messages, kept in memory and
 * extended when the log has new ones; several processes on one database therefore agree without telling each other.
 */
@Injectable()
export class TrustStore {
  private cached: TrustAt | undefined;

  /** Trust after every governance message up to `governanceAt` (from `LogStore.head`); undefined before the genesis. */
  async upTo(tx: EntityManager, governanceAt: number): Promise<Trust | undefined> {
    if (governanceAt < 0) return undefined;
    const known = this.cached;
    if (known && known.at === governanceAt) return known.trust;
    const base = known && known.at < governanceAt ? known : undefined;
    const next = await this.extend(tx, base, governanceAt);
    if (next && (!this.cached || next.at > this.cached.at)) this.cached = next;
    return next?.trust;
  }

  /** Trust just after this log's last governance message. */
  async current(tx: EntityManager): Promise<Trust | undefined> {
    const [row]: { governance_at: string }[] = await tx.query('select governance_at from log_state where id = 1');
    return row && this.upTo(tx, Number(row.governance_at));
  }

  private async extend(tx: EntityManager, base: TrustAt | undefined, upTo: number): Promise<TrustAt | undefined> {
    const rows: { pos: string; jws: string }[] = await tx.query(
      'select pos, jws from log_entry where governance and jws is not null and pos > $1 and pos <= $2 order by pos',
      [base?.at ?? -1, upTo],
    );
    let trust = base?.trust;
    for (const row of rows) trust = extendTrust(trust, row.jws, Number(row.pos));
    return trust && { trust, at: upTo };
  }
}

/** One stored governance message further, its signature checked under the key valid at its position. */
export function extendTrust(trust: Trust | undefined, jws: string, pos: number): Trust {
  if (!trust) return foundTrust(jws);
  return applyGovernance(
    trust,
    openMessage(jws, (kid) => keyAt(trust, kid, pos)),
    pos,
  );
}
