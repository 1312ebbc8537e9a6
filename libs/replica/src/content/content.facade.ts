import type { Tombstone, Withdrawn } from '@nmirf/contracts/content/withdrawal';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { PublishedVersion } from '@nmirf/contracts/practices/library';
import { toBase64url } from '@nmirf/federation/base64url';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlacedMessage } from '../projector/applies.decorator.js';
import { ReplicaPublication } from './publication.entity.js';
import { ReplicaTombstone } from './tombstone.entity.js';

/** One version that a message brings. */
export interface Publication {
  readonly placed: PlacedMessage;
  readonly subject: string;
  readonly version: number;
}

/** Something that is taken back, and by what. */
export interface Closing extends Pick<Withdrawn, 'target' | 'reason' | 'purge'> {
  readonly subject: string;
  readonly source: string;
  readonly why: Tombstone['why'];
  readonly position: number;
  readonly receivedMs: number;
}

/** Writes down, and finds what of it was taken back before. */
const RECORD = `
  with made as materialized (
    select * from json_to_recordset($1)
        as made(position bigint, subject text, source text, version int, message_hash text, received_ms bigint)),
  recorded as (
    insert into replica_publication (position, subject, source, version, message_hash, received_at)
    select position, subject, source, version, decode(message_hash, 'hex'), to_timestamp(received_ms / 1000.0) from made
    on conflict do nothing)
  select subject, source from replica_tombstone where subject in (select subject from made)`;

/** The first word stands, but for one: what was only hidden can still be erased. */
const CLOSE = `
  insert into replica_tombstone (subject, source, why, reason, purged, position, at)
  values ($1, $2, $3, $4, $5, $6, to_timestamp($7 / 1000.0))
  on conflict (subject, source) do update set why = excluded.why, reason = excluded.reason, purged = true, position = excluded.position,
    at = excluded.at
  where excluded.purged and not replica_tombstone.purged`;

/** Only what is named leaves the log, and only the author's own: each hole has a message that accounts for it. */
const ERASE = `
  with named as (
    update replica_publication set erased = true
     where subject = $1 and source = $2 and message_hash in (select decode(translate(hash, '-_', '+/') || '=', 'base64') from unnest($3::text[]) hash)
    returning position)
  update log_entry set jws = null, why = $4 where pos in (select position from named) and jws is not null`;

/** Takes out of the tables that people read, by kind of content, what stood in the log before. */
const taken = (table: string, id = 'id'): string => `delete from ${table} where ${id} = $1 and source = $2 and position < $3`;
const HIDE: Readonly<Record<string, string>> = {
  practice: taken('replica_practice'),
  resource: taken('replica_resource'),
  statistics: taken('replica_statistics', 'kind'),
};

/** What was published and what of it was taken back: the same for every kind of content. */
@Injectable()
export class ContentFacade {
  constructor(private readonly db: DataSource) {}

  /** Notes the versions that messages bring; answers the ones that may be shown. */
  async record(tx: EntityManager, publications: readonly Publication[]): Promise<readonly Publication[]> {
    const rows = publications.map(({ placed: { pos, receivedMs, message }, subject, version }) => ({
      ...{ position: pos, received_ms: receivedMs, subject, version, source: message.envelope.source },
      message_hash: Buffer.from(message.hash).toString('hex'),
    }));
    const closed: Pick<ReplicaTombstone, 'subject' | 'source'>[] = await tx.query(RECORD, [JSON.stringify(rows)]);
    const isClosed = new Set(closed.map(({ subject, source }) => `${source} ${subject}`));
    return publications.filter(({ subject, placed }) => !isClosed.has(`${placed.message.envelope.source} ${subject}`));
  }

  /** Takes content out of every table people read, and with `purge` out of the log: the leaf stays, the message goes. */
  async close(tx: EntityManager, { subject, source, target, why, reason, purge, position, receivedMs }: Closing): Promise<void> {
    await tx.query(CLOSE, [subject, source, why, reason, purge, position, receivedMs]);
    const [kind, id] = subject.split(':') as [string, string];
    const hide = HIDE[kind];
    if (hide !== undefined) await tx.query(hide, [id, source, position]);
    if (purge) await tx.query(ERASE, [subject, source, target, why]);
  }

  /** Lifts the tombstone of what its author took back before `position`, for subjects that a later version opens again. */
  async reopen(tx: EntityManager, subject: string, source: string, position: number): Promise<void> {
    await tx.query(`delete from replica_tombstone where subject = $1 and source = $2 and position < $3 and why = 'withdrawn'`, [
      subject,
      source,
      position,
    ]);
  }

  /** Takes out what a source published and took back, as far as its messages can bring it again. */
  async forget(tx: EntityManager, source: string): Promise<void> {
    await tx.query(`delete from replica_tombstone where source = $1 and why = 'withdrawn'`, [source]);
    await tx.query('delete from replica_publication where source = $1 and not erased', [source]);
  }

  /** The answer to whoever asks for something that was taken back: its tombstone. Undefined when it never was. */
  async gone(subject: string): Promise<Problem | undefined> {
    const tombstone = await this.tombstone(subject);
    if (!tombstone) return undefined;
    const members = { tombstone };
    return tombstone.why === 'withdrawn'
      ? new Problem('content/withdrawn', 410, {}, { members })
      : new Problem('content/taken-down', 410, {}, { members });
  }

  /** Whose content this is and which messages brought it; undefined when nobody published it, or it was taken back and erased. */
  async published(tx: EntityManager, subject: string): Promise<{ readonly id: NodeId; readonly target: string[] } | undefined> {
    const rows = await tx.find(ReplicaPublication, { where: { subject, erased: false }, order: { position: 'ASC' }, take: 200 });
    const [first] = rows;
    const own = rows.filter(({ source }) => source === first?.source);
    return first && { id: first.source as NodeId, target: own.map(({ messageHash }) => toBase64url(messageHash)) };
  }

  /** The versions of something, the newest first. */
  async versions(subject: string, source: string): Promise<PublishedVersion[]> {
    const rows = await this.db.manager.find(ReplicaPublication, { where: { subject, source }, order: { position: 'DESC' }, take: 50 });
    return rows.map(({ version, position, messageHash, receivedAt }) => ({
      ...{ version, position, messageHash: toBase64url(messageHash), receivedAt: receivedAt.toISOString() },
    }));
  }

  private async tombstone(subject: string): Promise<Tombstone | undefined> {
    // Somebody else may have "withdrawn" an id that is not theirs: the tombstone of whoever published it comes first.
    const [row]: ReplicaTombstone[] = await this.db.query(
      `select t.* from replica_tombstone t where t.subject = $1
        order by exists (select from replica_publication p where p.subject = t.subject and p.source = t.source) desc, t.position limit 1`,
      [subject],
    );
    if (!row) return undefined;
    const { source, why, reason, purged, position, at } = row;
    return { subject, source: source as Tombstone['source'], why, reason, purged, position: Number(position), at: at.toISOString() };
  }
}
