import type { AccountAdd, AccountAdded, AccountsPage, AccountsQuery, AccountView, PasswordLink } from '@nmirf/contracts/identity/account';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { Roles } from '../access/roles.js';
import { Audit, type Noted } from '../audit/audit.js';
import { Problem } from '../http/problem.js';
import { PasswordLinkEntity } from './password-link.entity.js';
import { PasswordLinks } from './password-links.js';
import { PersonEntity } from './person.entity.js';
import { PersonsService } from './persons.service.js';

interface Row extends Omit<AccountView, 'createdAt' | 'lastSeenAt' | 'linkUntil'> {
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
  readonly linkUntil: Date | null;
}

const SELECT = `
  select person.id, email, name, language, roles, created_at as "createdAt",
         case when disabled_at is not null then 'locked' when password_hash is null then 'invited' else 'active' end as state,
         (select max(last_seen_at) from person_session session where session.person_id = person.id) as "lastSeenAt",
         (select expires_at from password_link link where link.person_id = person.id and expires_at > now()) as "linkUntil"
    from person`;

const PAGE = `${SELECT}
   where ($1::text is null or email > $1) and ($2::text is null or strpos(lower(name), $2) > 0 or strpos(email, $2) > 0)
   order by email limit $3`;

/** What administrators do with the accounts of others. Every step is in the audit trail. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: DataSource,
    private readonly persons: PersonsService,
    private readonly links: PasswordLinks,
    private readonly roles: Roles,
    private readonly audit: Audit,
  ) {}

  async page({ after, limit, q }: AccountsQuery): Promise<AccountsPage> {
    const words = q?.trim().toLowerCase().replaceAll('\0', '');
    const rows: Row[] = await this.db.query(PAGE, [after ?? null, words ? words : null, limit + 1]);
    const items = rows.slice(0, limit).map(present);
    return rows.length > limit ? { items, next: items.at(-1)!.email } : { items };
  }

  /** An account without a password, and the link with which its person chooses one. Throws the problems of `PersonsService.add`. */
  async add(by: string, { email, name, language, roles }: AccountAdd): Promise<AccountAdded> {
    return this.db.transaction(async (tx) => {
      const { id } = await this.persons.add({ email, name, language, roles }, tx);
      await this.audit.note(tx, { action: 'person.added', by, subject: id, details: { roles: roles.join(' ') } });
      const link = await this.links.issue(tx, id);
      return { account: await one(tx, id), link };
    });
  }

  /** Throws `person/unknown-role` and the problems of `change`. */
  setRoles(by: string, id: string, roles: readonly string[]): Promise<AccountView> {
    const noted = { action: 'person.roles-changed' as const, details: { roles: roles.join(' ') } };
    return this.change(by, id, noted, (tx) => this.persons.setRoles(id, roles, tx));
  }

  lock(by: string, id: string): Promise<AccountView> {
    return this.change(by, id, { action: 'person.disabled' }, async (tx) => {
      await this.persons.disable(id, tx);
      await tx.delete(PasswordLinkEntity, { personId: id });
    });
  }

  unlock(by: string, id: string): Promise<AccountView> {
    return this.change(by, id, { action: 'person.enabled' }, (tx) => this.persons.enable(id, tx));
  }

  /** A new link to choose a password, for whoever has lost theirs. Throws `person/locked` for a locked account. */
  async link(by: string, id: string): Promise<PasswordLink> {
    let link: PasswordLink | undefined;
    await this.change(by, id, { action: 'person.link-issued' }, async (tx) => {
      if ((await one(tx, id)).state === 'locked') throw new Problem('person/locked', 409);
      link = await this.links.issue(tx, id);
    });
    return link!;
  }

  /**
   * Nobody changes their own account here: so nobody gives themselves a second person's rights, and the last administrator stays. The
   * two rows are locked in one order and the actor is looked at again: two administrators who lock each other out at the same moment
   * cannot both succeed. Throws `person/not-yourself`, `person/not-found` and `access/denied`.
   */
  private change(by: string, id: string, noted: Noted, work: (tx: EntityManager) => Promise<void>): Promise<AccountView> {
    if (by === id) throw new Problem('person/not-yourself', 409);
    return this.db.transaction(async (tx) => {
      await tx.find(PersonEntity, { where: { id: In([by, id]) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
      const actor = await tx.findOneBy(PersonEntity, { id: by, disabledAt: IsNull() });
      if (!this.roles.permissionsOf(actor?.roles ?? []).includes('person:manage')) throw new Problem('access/denied', 403);
      await work(tx);
      await this.audit.note(tx, { ...noted, by, subject: id });
      return one(tx, id);
    });
  }
}

const one = async (tx: EntityManager, id: string): Promise<AccountView> => {
  const [row]: Row[] = await tx.query(`${SELECT} where person.id = $1`, [id]);
  if (row === undefined) throw new Problem('person/not-found', 404);
  return present(row);
};

const present = ({ createdAt, lastSeenAt, linkUntil, ...row }: Row): AccountView => ({
  ...row,
  createdAt: createdAt.toISOString(),
  ...(lastSeenAt && { lastSeenAt: lastSeenAt.toISOString() }),
  ...(linkUntil && { linkUntil: linkUntil.toISOString() }),
});
