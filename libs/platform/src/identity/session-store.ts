import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SessionView } from '@nmirf/contracts/identity/session';
import { type SessionData, Store } from 'express-session';
import { DataSource, MoreThan } from 'typeorm';
import { hashOfSession, SessionEntity } from './session.entity.js';

/** What a session of ours holds: who it is, and when the row last said so. */
export interface PersonSession extends SessionData {
  readonly passport?: { readonly user?: string };
  readonly seenAt?: number;
}

/** A session ends after 12 hours without a request, and in any case after 7 days. */
export const LIFETIME_MS = 7 * 86_400_000;
const IDLE = '12 hours';
const SEEN_EVERY_MS = 60_000;

/** Sessions in PostgreSQL, so that a person can see and end their own, and any process of a server can serve them. */
@Injectable()
export class SessionStore extends Store {
  constructor(private readonly db: DataSource) {
    super();
  }

  override get(sessionId: string, done: (error: unknown, session?: SessionData | null) => void): void {
    this.read(sessionId).then(
      (session) => done(undefined, session),
      (error: unknown) => done(error),
    );
  }

  override set(sessionId: string, session: PersonSession, done?: (error?: unknown) => void): void {
    const { user } = session.passport ?? {};
    const saved = user === undefined ? this.remove(sessionId) : this.insert(sessionId, user);
    saved.then(() => done?.(), done);
  }

  override destroy(sessionId: string, done?: (error?: unknown) => void): void {
    this.remove(sessionId).then(() => done?.(), done);
  }

  /** Notes that the session is in use; at most once a minute, for a write at each request would cost more than it tells. */
  override touch(sessionId: string, session: PersonSession, done?: (error?: unknown) => void): void {
    if (session.seenAt !== undefined && Date.now() - session.seenAt < SEEN_EVERY_MS) done?.();
    else this.db.manager.update(SessionEntity, { idHash: hashOfSession(sessionId) }, { lastSeenAt: new Date() }).then(() => done?.(), done);
  }

  /** The sessions of a person, newest first; `current` is the one whose secret is `sessionId`. */
  async listOf(personId: string, sessionId: string): Promise<SessionView[]> {
    const current = hashOfSession(sessionId);
    const where = { personId, expiresAt: MoreThan(new Date()) };
    const sessions = await this.db.manager.find(SessionEntity, { where, order: { createdAt: 'DESC', id: 'ASC' } });
    return sessions.map(({ id, idHash, createdAt, lastSeenAt, expiresAt }) => ({
      id,
      current: idHash.equals(current),
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    }));
  }

  /** Ends one session of a person; false when they have none of that name. */
  async revoke(personId: string, id: string): Promise<boolean> {
    const { affected } = await this.db.manager.delete(SessionEntity, { id, personId });
    return affected === 1;
  }

  private async read(sessionId: string): Promise<SessionData | null> {
    const rows: { personId: string; lastSeenAt: Date; expiresAt: Date }[] = await this.db.query(
      `select session.person_id as "personId", session.last_seen_at as "lastSeenAt", session.expires_at as "expiresAt"
       from person_session session join person on person.id = session.person_id and person.disabled_at is null
       where session.id_hash = $1 and session.expires_at > now() and session.last_seen_at > now() - interval '${IDLE}'`,
      [hashOfSession(sessionId)],
    );
    const [row] = rows;
    if (row === undefined) return null;
    const cookie = { originalMaxAge: LIFETIME_MS, expires: row.expiresAt };
    return { cookie, passport: { user: row.personId }, seenAt: row.lastSeenAt.getTime() } as unknown as SessionData;
  }

  private async insert(sessionId: string, personId: string): Promise<void> {
    const [now, expiresAt] = [new Date(), new Date(Date.now() + LIFETIME_MS)];
    const row = { idHash: hashOfSession(sessionId), id: randomUUID(), personId, createdAt: now, lastSeenAt: now, expiresAt };
    await this.db.createQueryBuilder().insert().into(SessionEntity).values(row).orIgnore().execute();
    await this.db.query(`delete from person_session where expires_at < now() or last_seen_at < now() - interval '${IDLE}'`);
  }

  private async remove(sessionId: string): Promise<void> {
    await this.db.manager.delete(SessionEntity, { idHash: hashOfSession(sessionId) });
  }
}
