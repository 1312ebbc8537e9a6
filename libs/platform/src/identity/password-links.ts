import { createHash, randomBytes } from 'node:crypto';
import type { PasswordLink } from '@nmirf/contracts/identity/account';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import { Audit } from '../audit/audit.js';
import { Problem } from '../http/problem.js';
import { hashPassword } from './password.js';
import { PasswordLinkEntity } from './password-link.entity.js';
import { PersonsService } from './persons.service.js';

const LIFETIME_MS = 7 * 86_400_000;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Links with which people choose their own password, so that nobody else ever knows it. */
@Injectable()
export class PasswordLinks {
  constructor(
    private readonly db: DataSource,
    private readonly persons: PersonsService,
    private readonly audit: Audit,
  ) {}

  /** A new link for an account; the one before it is void. */
  async issue(tx: EntityManager, personId: string): Promise<PasswordLink> {
    const [token, expiresAt] = [randomBytes(32).toString('base64url'), new Date(Date.now() + LIFETIME_MS)];
    await tx.delete(PasswordLinkEntity, { personId });
    await tx.insert(PasswordLinkEntity, { tokenHash: hashOf(token), personId, expiresAt });
    return { token, expiresAt: expiresAt.toISOString() };
  }

  /** Sets the password of the link's account and ends its sessions. Throws `person/link-invalid` and the problems of passwords. */
  async use(token: string, password: string): Promise<void> {
    const link = { tokenHash: hashOf(token), expiresAt: MoreThan(new Date()) };
    // Looked at before the costly hash, so that a guess costs us nothing.
    if (!(await this.db.manager.existsBy(PasswordLinkEntity, link))) throw new Problem('person/link-invalid', 404);
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (tx) => {
      const [used]: { person_id: string }[][] = await tx.query(
        'delete from password_link where token_hash = $1 and expires_at > now() returning person_id',
        [link.tokenHash],
      );
      const id = used?.[0]?.person_id;
      if (id === undefined) throw new Problem('person/link-invalid', 404);
      await this.persons.change(tx, id, { passwordHash });
      await this.persons.endSessions(id, undefined, tx);
      await this.audit.note(tx, { action: 'person.password-set', by: id, subject: id });
    });
  }
}
