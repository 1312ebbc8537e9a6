import type { LinkView, OutgoingView, QueueQuery } from '@nmirf/contracts/network/queue';
import { toBase64url } from '@nmirf/federation/base64url';
import { LogStore } from '@nmirf/replica/log/log-store';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { LinkFacade } from '../../foundation/link/link.facade.js';
import { OutgoingMessage } from './outgoing-message.entity.js';

const LATE_MS = 10 * 60_000;
const ALARM_MS = 24 * 60 * 60_000;

/** What people see of the way out: each message, and the line to the hub. */
@Injectable()
export class QueueQueries {
  constructor(
    private readonly db: DataSource,
    private readonly link: LinkFacade,
    private readonly store: LogStore,
  ) {}

  /** Newest first; the cursor is the id of the last item. */
  async page({ after, limit, state }: QueueQuery): Promise<{ items: OutgoingView[]; next?: string }> {
    const where = { ...(state && { state }), ...(after && { id: LessThan(after) }) };
    const rows = await this.db.manager.find(OutgoingMessage, { where, order: { id: 'DESC' }, take: limit + 1 });
    const items = rows.slice(0, limit).map(present);
    return rows.length > limit ? { items, next: items.at(-1)!.id } : { items };
  }

  async linkView(): Promise<LinkView> {
    const [link, log] = [await this.link.find(), await this.store.head(this.db.manager)];
    const verified = { verifiedSize: log.size, root: toBase64url(log.frontier.root()) };
    if (!link) return { enrolled: false, status: 'waiting', failures: 0, ...verified };
    const { node, hub, failures, stopped, lastContactAt, nextTryAt } = link;
    const status = stopped ? 'stopped' : failures > 0 ? 'down' : lastContactAt ? 'up' : 'waiting';
    return {
      ...{ enrolled: true, node, hub, failures, status, ...verified },
      ...(stopped && { stopped }),
      ...(lastContactAt && { lastContactAt: lastContactAt.toISOString() }),
      ...(nextTryAt && { nextTryAt: nextTryAt.toISOString() }),
    };
  }
}

function present(row: OutgoingMessage): OutgoingView {
  const { id, state, type, subject, title, epoch, seq, hash, position, problem, createdAt, sealedAt, acceptedAt, provenAt } = row;
  const late = state === 'accepted' && acceptedAt ? Date.now() - acceptedAt.getTime() : 0;
  return {
    ...{ id, state, type, subject, createdAt: createdAt.toISOString() },
    ...(title !== null && { title }),
    ...(epoch !== null && seq !== null && { epoch, seq }),
    ...(hash && { hash: toBase64url(hash) }),
    ...(position !== null && { position }),
    ...(sealedAt && { sealedAt: sealedAt.toISOString() }),
    ...(acceptedAt && { acceptedAt: acceptedAt.toISOString() }),
    ...(provenAt && { provenAt: provenAt.toISOString() }),
    ...(late > LATE_MS && { alert: late > ALARM_MS ? ('alarm' as const) : ('late' as const) }),
    ...(problem && { problem }),
  };
}
