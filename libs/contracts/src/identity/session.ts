import { z } from 'zod';
import { language } from '../languages/language.js';

export const signIn = z.object({ email: z.email().max(254), password: z.string().min(1).max(256) }).meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof signIn>;

/** The signed-in person as their own client sees them. */
export const personView = z
  .object({ id: z.uuid(), email: z.email(), name: z.string(), language, roles: z.array(z.string()), permissions: z.array(z.string()) })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof personView>;

export const sessionView = z
  .object({ id: z.uuid(), current: z.boolean(), createdAt: z.iso.datetime(), lastSeenAt: z.iso.datetime(), expiresAt: z.iso.datetime() })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof sessionView>;
