import type { Language } from '@nmirf/contracts/languages/language';
import type { LinkStatus, LinkView, OutgoingView, QueueQuery } from '@nmirf/contracts/network/queue';
import { toBase64url } from '@nmirf/federation/base64url';
import { LogStore } from '@nmirf/replica/log/log-store';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { type Link, LinkFacade } from '../../foundation/link/link.facade.js';
import type { Kind } from '../../foundation/steps/steps.facade.js';
import { PracticesFacade } from '../../work/practices/practices.facade.js';
import { ResourcesFacade } from '../../work/resources/resources.facade.js';
import { OutgoingMessage } from './outgoing-message.entity.js';
import { refusalIn, refusedWords } from './refusal.rules.js';

const LATE_MS = 10 * 60_000;
const ALARM_MS = 24 * 60 * 60_000;

/** What people see of the way out: each message, and the line to the hub. */
@Injectable()
export class QueueQueries {
  constructor(
    private readonly db: DataSource,
    private readonly link: LinkFacade,
    private readonly store: LogStore,
    private readonly practices: PracticesFacade,
    private readonly resources: ResourcesFacade,
  ) {}

  /** Newest first; the cursor is the id of the last item. */
  async page({ after, limit, state }: QueueQuery, language: Language): Promise<{ items: OutgoingView[]; next?: string }> {
    const where = { ...(state && { state }), ...(after && { id: LessThan(after) }) };
    const rows = await this.db.manager.find(OutgoingMessage, { where, order: { id: 'DESC' }, take: limit + 1 });
    const shown = rows.slice(0, limit);
    const works = await this.worksOf(shown);
    const files = await this.filesOf(shown.flatMap(({ id, state: at }) => (at === 'draft' ? [id] : [])));
    const items = shown.map((row) => {
      const waiting = files.get(row.id);
      return { ...present(row, language), ...works(row.subject), ...(waiting && { files: waiting }) };
    });
    return rows.length > limit ? { items, next: items.at(-1)!.id } : { items };
  }

  /** What each message is of, at this node. */
  private async worksOf(rows: readonly OutgoingMessage[]) {
    const of = (kind: Kind) => rows.flatMap(({ subject }) => publicIdIn(kind, subject) ?? []);
    const [practices, resources] = await Promise.all([this.practices.idsOf(of('practice')), this.resources.idsOf(of('resource'))]);
    return (subject: string): Pick<OutgoingView, 'practiceId' | 'resourceId'> => {
      const [practiceId, resourceId] = [
        practices.get(publicIdIn('practice', subject) ?? ''),
        resources.get(publicIdIn('resource', subject) ?? ''),
      ];
      return { ...(practiceId !== undefined && { practiceId }), ...(resourceId !== undefined && { resourceId }) };
    };
  }

  /** The files that drafts wait for. */
  private async filesOf(messages: readonly string[]): Promise<ReadonlyMap<string, NonNullable<OutgoingView['files']>>> {
    if (messages.length === 0) return new Map();
    const rows: { message: string; size: string; held: string }[] = await this.db.query(
      `select message, sum(size) as size, sum(held) as held from outgoing_file where message = any($1) group by message having not bool_and(at_hub)`,
      [messages],
    );
    return new Map(rows.map(({ message, size, held }) => [message, { size: Number(size), held: Number(held) }]));
  }

  async linkView(): Promise<LinkView> {
    const [link, log] = [await this.link.find(), await this.store.head(this.db.manager)];
    const verified = { verifiedSize: log.size, root: toBase64url(log.frontier.root()) };
    if (!link) return { enrolled: false, status: 'waiting', failures: 0, ...verified };
    const { node, hub, failures, stopped, nextTryAt } = link;
    return {
      ...{ enrolled: true, node, hub, failures, ...statusOf(link), ...verified },
      ...(stopped && { stopped }),
      ...(nextTryAt && { nextTryAt: nextTryAt.toISOString() }),
    };
  }

  async linkStatus(): Promise<LinkStatus> {
    const link = await this.link.find();
    return link ? statusOf(link) : { status: 'waiting' };
  }
}

function statusOf({ failures, stopped, lastContactAt }: Link): LinkStatus {
  const status = stopped ? 'stopped' : failures > 0 ? 'down' : lastContactAt ? 'up' : 'waiting';
  return { status, ...(lastContactAt && { lastContactAt: lastContactAt.toISOString() }) };
}

const publicIdIn = (kind: Kind, subject: string): string | undefined => {
  const [of, id = ''] = subject.split(':');
  return of === kind && /^[0-9a-f-]{36}$/.test(id) ? id : undefined;
};

function present(row: OutgoingMessage, language: Language): OutgoingView {
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
    ...(problem && { problem: refusalIn(language, problem), refused: refusedWords(row.data, problem) }),
  };
}
