import type { OwnAccount, OwnPassword } from '@nmirf/contracts/identity/account';
import type { PersonView } from '@nmirf/contracts/identity/session';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '../audit/audit.js';
import { Problem } from '../http/problem.js';
import { hashPassword } from './password.js';
import { PersonsService } from './persons.service.js';
import { SignInLimits } from './sign-in-limits.js';

@Injectable()
export class OwnAccountService {
  constructor(
    private readonly db: DataSource,
    private readonly persons: PersonsService,
    private readonly limits: SignInLimits,
    private readonly audit: Audit,
  ) {}

  async change({ id, email, roles, permissions }: PersonView, { name, language }: OwnAccount): Promise<PersonView> {
    await this.persons.change(this.db.manager, id, { name: name.replaceAll('\0', ''), language });
    return { id, email, name, language, roles, permissions };
  }

  /**
   * Whoever sits at an open session must still know the password; guessing it is as slow as at the sign-in. Throws
   * `person/password-wrong`, `session/too-many-attempts` and the problems of passwords.
   */
  async changePassword(
    { id, email }: PersonView,
    { current, password }: OwnPassword,
    { address, session }: { readonly address: string; readonly session: string },
  ): Promise<void> {
    await this.limits.attempt(email, address);
    if ((await this.persons.verify(email, current)) === undefined) throw new Problem('person/password-wrong', 422);
    await this.limits.succeeded(email, address);
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (tx) => {
      await this.persons.change(tx, id, { passwordHash });
      await this.persons.endSessions(id, session, tx);
      await this.audit.note(tx, { action: 'person.password-set', by: id, subject: id });
    });
  }
}
