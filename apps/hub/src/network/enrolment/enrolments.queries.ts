import type { PageQuery } from '@nmirf/contracts/http/page';
import type { EnrolmentPage, EnrolmentView, InvitationPage, InvitationView } from '@nmirf/contracts/network/enrolment';
import { fingerprint } from '@nmirf/federation/keys';
import { needed, type Trust } from '@nmirf/federation/trust';
import { Problem } from '@nmirf/platform/http/problem';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Enrolment } from './enrolment.entity.js';
import { stateOfEnrolment } from './enrolment.rules.js';
import type { Invitation } from './invitation.entity.js';
import { stateOfInvitation } from './invitation.rules.js';

const officer = (column: string): string =>
  `(select json_build_object('id', person.id, 'name', person.name) from person where person.id = ${column})`;

const INVITATIONS = `
  select id, node, mechanism, epoch, prepared_by "preparedBy", prepared_at "preparedAt", issued_at "issuedAt", expires_at "expiresAt",
         tries, used_at "usedAt", withdrawn_at "withdrawnAt", ${officer('prepared_by')} "preparer", ${officer('issued_by')} "issuer"
    from invitation`;

const ENROLMENTS = `
  select id, invitation, node, epoch, request, received_at "receivedAt", refused_at "refusedAt", refused_why "refusedWhy", proposal,
         ${officer('refused_by')} "refuser",
         (select coalesce(json_agg(json_build_object('by', ${officer('approval.person')}, 'at', approval.approved_at)
                                   order by approval.approved_at), '[]')
            from enrolment_approval approval where approval.enrolment = enrolment.id) "approvals"
    from enrolment`;

type Officer = InvitationView['preparedBy'];
type InvitationRow = Invitation & { readonly preparer: Officer; readonly issuer: Officer | null };
type EnrolmentRow = Enrolment & { readonly refuser: Officer | null; readonly approvals: readonly { by: Officer; at: string }[] };

/** Invitations and enrolments as the secretariat sees them, the newest first. */
@Injectable()
export class EnrolmentsQueries {
  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
  ) {}

  async invitations({ after, limit }: PageQuery, now: Date): Promise<InvitationPage> {
    const rows: InvitationRow[] = await this.db.query(
      `${INVITATIONS} where $1::uuid is null or (prepared_at, id) < (select prepared_at, id from invitation where id = $1)
        order by prepared_at desc, id desc limit $2`,
      [after ?? null, limit + 1],
    );
    return paged(
      rows.map((row) => presentInvitation(row, now)),
      limit,
    );
  }

  /** Throws `invitation/not-found`. */
  async invitation(id: string, now: Date): Promise<InvitationView> {
    const [row]: InvitationRow[] = await this.db.query(`${INVITATIONS} where id = $1`, [id]);
    if (!row) throw new Problem('invitation/not-found', 404);
    return presentInvitation(row, now);
  }

  async enrolments({ after, limit }: PageQuery): Promise<EnrolmentPage> {
    const rows: EnrolmentRow[] = await this.db.query(
      `${ENROLMENTS} where $1::uuid is null or (received_at, id) < (select received_at, id from enrolment where id = $1)
        order by received_at desc, id desc limit $2`,
      [after ?? null, limit + 1],
    );
    const trust = await this.trust.current(this.db.manager);
    return paged(
      rows.map((row) => presentEnrolment(row, trust)),
      limit,
    );
  }

  /** Throws `enrolment/not-found`. */
  async enrolment(id: string): Promise<EnrolmentView> {
    const [row]: EnrolmentRow[] = await this.db.query(`${ENROLMENTS} where id = $1`, [id]);
    if (!row) throw new Problem('enrolment/not-found', 404);
    return presentEnrolment(row, await this.trust.current(this.db.manager));
  }
}

function paged<Item extends { readonly id: string }>(found: readonly Item[], limit: number): { items: Item[]; next?: string } {
  const items = found.slice(0, limit);
  return found.length > limit ? { items, next: items.at(-1)!.id } : { items };
}

function presentInvitation(row: InvitationRow, now: Date): InvitationView {
  const { id, node, mechanism, epoch, preparer, preparedAt, issuer, issuedAt, expiresAt, tries } = row;
  return {
    ...{ id, node, mechanism, epoch, tries, state: stateOfInvitation(row, now) },
    ...{ preparedBy: preparer, preparedAt: preparedAt.toISOString() },
    ...(issuer && { issuedBy: issuer }),
    ...(issuedAt && { issuedAt: issuedAt.toISOString() }),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
  };
}

function presentEnrolment(row: EnrolmentRow, trust: Trust | undefined): EnrolmentView {
  const { id, invitation, node, epoch, request, receivedAt, refusedAt, refusedWhy, refuser, approvals, proposal } = row;
  const decided = proposal === null ? undefined : trust?.proposals[proposal];
  const facts = { refusedAt, proposal, approvedBy: approvals.map(({ by }) => by.id), decided: decided?.state };
  return {
    ...{ id, invitation, node, epoch, mechanism: request.mechanism, fingerprint: fingerprint(request.keys.msg) },
    ...{ state: stateOfEnrolment(facts), receivedAt: receivedAt.toISOString() },
    approvals: approvals.map(({ by, at }) => ({ by, at: new Date(at).toISOString() })),
    ...(refusedAt && {
      refusal: { ...(refuser && { by: refuser }), at: refusedAt.toISOString(), reason: refusedWhy ?? '' },
    }),
    ...(proposal !== null && { proposal }),
    ...(decided && trust && { votes: decided.votes.map(({ by, decision }) => ({ by, decision })), needed: needed(trust, decided) }),
  };
}
