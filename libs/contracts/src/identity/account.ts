import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.js';
import { language } from '../languages/language.js';

const email = z.email().max(254);
const name = z.string().trim().min(1).max(200);
const roles = z.array(z.string().max(60)).max(20);
/** The rules stand where passwords are hashed, so that what is refused is told in one place. */
const newPassword = z.string().min(1).max(256);

/** `invited`: nobody has set a password yet. `locked`: nobody can sign in with it; what was done with it stays. */
export const accountState = z.enum(['active', 'invited', 'locked']).meta({ id: 'AccountState' });

/** An account as those who manage people see it. */
export const accountView = z
  .object({
    id: z.uuid(),
    email: z.email(),
    name: z.string(),
    language,
    roles: z.array(z.string()),
    state: accountState,
    createdAt: z.iso.datetime(),
    /** When a session of the person was last in use; absent when there is none. */
    lastSeenAt: z.iso.datetime().optional(),
    /** Until when the link to choose a password can be used; absent when there is none. */
    linkUntil: z.iso.datetime().optional(),
  })
  .meta({ id: 'Account' });
export type AccountView = z.infer<typeof accountView>;

/** In the order of e-mail addresses, which are also the cursor. */
export const accountsQuery = pageQuery.extend({ after: z.string().max(254).optional(), q: z.string().max(200).optional() });
export type AccountsQuery = z.infer<typeof accountsQuery>;
export const accountsPage = pageOf(accountView).meta({ id: 'AccountsPage' });
export type AccountsPage = z.infer<typeof accountsPage>;

/** What each role of this server may do. */
export const roleList = z.array(z.object({ role: z.string(), permissions: z.array(z.string()) }).meta({ id: 'Role' }));
export type RoleList = z.infer<typeof roleList>;

export const accountAdd = z.object({ email, name, language, roles: roles.min(1) }).meta({ id: 'AccountAdd' });
export type AccountAdd = z.infer<typeof accountAdd>;
export const accountRoles = z.object({ roles }).meta({ id: 'AccountRoles' });
export type AccountRoles = z.infer<typeof accountRoles>;

/** The secret with which a person chooses their own password, once. It is told this one time and kept only as a hash. */
export const passwordLink = z.object({ token: z.string(), expiresAt: z.iso.datetime() }).meta({ id: 'PasswordLink' });
export type PasswordLink = z.infer<typeof passwordLink>;
export const accountAdded = z.object({ account: accountView, link: passwordLink }).meta({ id: 'AccountAdded' });
export type AccountAdded = z.infer<typeof accountAdded>;

/** What people change about themselves. */
export const ownAccount = z.object({ name, language }).meta({ id: 'OwnAccount' });
export type OwnAccount = z.infer<typeof ownAccount>;
export const ownPassword = z.object({ current: z.string().min(1).max(256), password: newPassword }).meta({ id: 'OwnPassword' });
export type OwnPassword = z.infer<typeof ownPassword>;
/** 32 random bytes in base64url, and the password chosen with them. */
export const firstPassword = z.object({ token: z.string().length(43), password: newPassword }).meta({ id: 'FirstPassword' });
export type FirstPassword = z.infer<typeof firstPassword>;
