import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { Language } from '@nmirf/contracts/languages/language';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { Roles } from '../access/roles.js';
import { Problem } from '../http/problem.js';
import { hashPassword, verifyPassword } from './password.js';
import { PersonEntity } from './person.entity.js';
import { hashOfSession, SessionEntity } from './session.entity.js';

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly string[];
  /** Without one, nobody can sign in yet. */
  readonly password?: string;
}

const normal = (email: string): string => email.trim().toLowerCase();

@Injectable()
export class PersonsService {
  constructor(
    private readonly db: DataSource,
    private readonly roles: Roles,
  ) {}

  /** Makes an account. Throws `person/email-taken`, `person/unknown-role` and the problems of passwords. */
  async add({ email, name, language, roles, password }: NewPerson, tx: EntityManager = this.db.manager): Promise<PersonView> {
    this.assertKnown(roles);
    const passwordHash = password === undefined ? null : await hashPassword(password);
    const person = { id: randomUUID(), email: normal(email), name, language, roles: [...roles], passwordHash };
    const { raw } = await tx.createQueryBuilder().insert().into(PersonEntity).values(person).orIgnore().returning('id').execute();
    if ((raw as unknown[]).length === 0) throw new Problem('person/email-taken', 409);
    return this.viewOf(person);
  }

  /** Sets a password and ends every session the person has. */
  async setPassword(id: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (tx) => {
      await this.change(tx, id, { passwordHash });
      await this.endSessions(id, undefined, tx);
    });
  }

  async setRoles(id: string, roles: readonly string[], tx: EntityManager = this.db.manager): Promise<void> {
    this.assertKnown(roles);
    await this.change(tx, id, { roles: [...roles] });
  }

  /** Ends every session and lets nobody sign in with the account; what the person did stays theirs. */
  async disable(id: string, tx: EntityManager = this.db.manager): Promise<void> {
    await this.change(tx, id, { disabledAt: new Date() });
    await this.endSessions(id, undefined, tx);
  }

  async enable(id: string, tx: EntityManager = this.db.manager): Promise<void> {
    await this.change(tx, id, { disabledAt: null });
  }

  /** Throws `person/not-found`. */
  async change(tx: EntityManager, id: string, changes: Partial<PersonEntity>): Promise<void> {
    const { affected } = await tx.update(PersonEntity, { id }, changes);
    if (affected === 0) throw new Problem('person/not-found', 404);
  }

  /** Ends the sessions of a person, but for the one whose secret is `kept`. */
  async endSessions(personId: string, kept?: string, tx: EntityManager = this.db.manager): Promise<void> {
    await tx.delete(SessionEntity, { personId, ...(kept === undefined ? {} : { idHash: Not(hashOfSession(kept)) }) });
  }

  /** The person, with what they may do here; `undefined` when there is none or the account is disabled. */
  async find(id: string): Promise<PersonView | undefined> {
    return this.viewed(await this.db.manager.findOneBy(PersonEntity, { id, disabledAt: IsNull() }));
  }

  async findByEmail(email: string): Promise<PersonView | undefined> {
    return this.viewed(await this.db.manager.findOneBy(PersonEntity, { email: normal(email), disabledAt: IsNull() }));
  }

  async list(): Promise<PersonView[]> {
    const persons = await this.db.manager.find(PersonEntity, { where: { disabledAt: IsNull() }, order: { email: 'ASC' } });
    return persons.map((person) => this.viewOf(person));
  }

  /** The person these credentials belong to. Says nothing about which of the two was wrong, nor by how long it takes. */
  async verify(email: string, password: string): Promise<PersonView | undefined> {
    const person = await this.db.manager.findOneBy(PersonEntity, { email: normal(email), disabledAt: IsNull() });
    return (await verifyPassword(person?.passwordHash ?? undefined, password)) ? this.viewed(person) : undefined;
  }

  private assertKnown(roles: readonly string[]): void {
    const unknown = roles.find((role) => !this.roles.has(role));
    if (unknown !== undefined) throw new Problem('person/unknown-role', 422, { role: unknown });
  }

  private viewed(person: PersonEntity | null): PersonView | undefined {
    return person === null ? undefined : this.viewOf(person);
  }

  private viewOf({ id, email, name, language, roles }: Pick<PersonEntity, 'id' | 'email' | 'name' | 'language' | 'roles'>): PersonView {
    return { id, email, name, language, roles, permissions: this.roles.permissionsOf(roles) };
  }
}
