import type { WithdrawalReason } from '@nmirf/contracts/content/withdrawal';
import type { EntityManager } from 'typeorm';
import type { Kind } from '../../foundation/steps/steps.facade.js';

/** A release that the hub refused: its message, and what it was of. */
export interface Refused {
  readonly message: string;
  readonly subject: string;
}

/** What the committee took down. */
export interface TakenDown {
  readonly subject: string;
  readonly reason: WithdrawalReason;
  readonly at: Date;
}

/** The public id in a subject. */
export const publicIdOf = (kind: Kind, subject: string): string => subject.slice(kind.length + 1);

const publicIdIn = (kind: Kind, column: string): string => `substr(${column}, ${kind.length + 2})::uuid`;

/** The latest releases of this kind that the hub refused and nobody has brought back yet. */
export const refusedReleases = (tx: EntityManager, kind: Kind): Promise<Refused[]> =>
  tx.query(
    `select m.id as message, m.subject from outgoing_message m join ${kind} own on own.public_id = ${publicIdIn(kind, 'm.subject')}
      where m.state = 'refused' and m.type like '${kind}.%published.v1' and (m.data::json ->> 'version')::int = own.public_version
        and not exists (select from outgoing_message newer where newer.subject = m.subject and newer.type like '${kind}.%published.v1' and newer.id > m.id)`,
  );

/** A withdrawal of the mechanism's own is written down when it is made; only the committee's decisions come from outside. */
export const takenDown = (tx: EntityManager, kind: Kind, node: string): Promise<TakenDown[]> =>
  tx.query(
    `select t.subject, t.reason, t.at from replica_tombstone t join ${kind} own on own.public_id = ${publicIdIn(kind, 't.subject')}
      where t.source = $1 and t.why = 'erased' and t.subject like '${kind}:%'`,
    [node],
  );
