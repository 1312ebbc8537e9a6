import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { PersonView } from '@nmirf/contracts/identity/session';
import type { Request, Response } from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { DataSource } from 'typeorm';
import { Audit } from '../audit/audit.js';
import { Problem } from '../http/problem.js';
import { RequestHandlers } from '../http/request-handlers.js';
import { IDENTITY_OPTIONS, type IdentityOptions, secretsOf } from './identity-options.js';
import { PersonsService } from './persons.service.js';
import { LIFETIME_MS, SessionStore } from './session-store.js';
import { SignInLimits } from './sign-in-limits.js';

/** Cookies do not know ports: servers of one machine keep theirs apart by name. `__Host-` binds it to the host and to TLS. */
const cookieNameOf = (publicUrl: string): string => {
  const { origin, protocol } = new URL(publicUrl);
  const own = createHash('sha256').update(origin).digest('hex').slice(0, 8);
  return `${protocol === 'https:' ? '__Host-' : ''}nmirf-${own}`;
};

const settled = (start: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => start((error) => (error === undefined || error === null ? resolve() : reject(error as Error))));

/**
 * Signs people in and out, and tells every request who sends it. Passport is an instance of this server's own: its usual one belongs to
 * the process, and several servers may live in one.
 */
@Injectable()
export class People {
  private readonly passport = new passport.Passport();
  private readonly cookie: { readonly name: string; readonly secure: boolean };

  constructor(
    @Inject(IDENTITY_OPTIONS) options: IdentityOptions,
    private readonly persons: PersonsService,
    private readonly limits: SignInLimits,
    private readonly audit: Audit,
    private readonly db: DataSource,
    store: SessionStore,
    handlers: RequestHandlers,
  ) {
    this.cookie = { name: cookieNameOf(options.publicUrl), secure: options.publicUrl.startsWith('https:') };
    this.furnish();
    handlers.add(this.sessions(store, secretsOf(options)), this.passport.session());
  }

  /**
   * Signs in with the e-mail address and password in the body, under a new session id, so that an id planted before is worth nothing.
   * Throws `session/wrong-credentials` (401) and `session/too-many-attempts` (429).
   */
  async signIn(request: Request, response: Response): Promise<PersonView> {
    const person = await new Promise<PersonView>((resolve, reject) => {
      const decide = (error: unknown, found?: unknown): void => {
        if (error !== undefined && error !== null) reject(error as Error);
        else if (found === false || found === undefined) reject(new Problem('session/wrong-credentials', 401));
        else resolve(found as PersonView);
      };
      (this.passport.authenticate('local', decide) as (request: Request, response: Response, next: (error: unknown) => void) => void)(
        request,
        response,
        reject,
      );
    });
    await settled((done) => request.logIn(person, done));
    return person;
  }

  async signOut(request: Request, response: Response): Promise<void> {
    await settled((done) => request.logout(done));
    response.clearCookie(this.cookie.name, { path: '/', secure: this.cookie.secure, httpOnly: true, sameSite: 'strict' });
  }

  private sessions(store: SessionStore, secret: string[]): ReturnType<typeof session> {
    const { name, secure } = this.cookie;
    return session({
      name,
      secret,
      store,
      resave: false,
      saveUninitialized: false,
      // TLS ends at a proxy; what it says about that only decides whether the cookie is sent.
      proxy: secure,
      cookie: { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: LIFETIME_MS },
    });
  }

  private furnish(): void {
    this.passport.serializeUser((person, done) => done(null, (person as PersonView).id));
    this.passport.deserializeUser((id, done) => {
      this.persons.find(String(id)).then((person) => done(null, person ?? false), done);
    });
    this.passport.use(
      new Strategy({ usernameField: 'email', passReqToCallback: true }, (request, email, password, done) => {
        this.verify(email, password, request.ip ?? '').then((person) => done(null, person ?? false), done);
      }),
    );
  }

  private async verify(email: string, password: string, address: string): Promise<PersonView | undefined> {
    await this.limits.attempt(email, address);
    const person = await this.persons.verify(email, password);
    if (person !== undefined) await this.limits.succeeded(email, address);
    await this.audit.note(this.db.manager, { action: person ? 'session.started' : 'session.refused', by: person?.id });
    return person;
  }
}
