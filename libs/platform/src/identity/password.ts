import type { Algorithm } from '@node-rs/argon2';
import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../http/problem.js';

/** RFC 9106 §4's idea with the figures of OWASP's password storage advice: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2 satisfies Algorithm.Argon2id as number, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Length is what protects (NIST SP 800-63B §5.1.1.2); nothing is asked about its characters. */
const SHORTEST = 12;
const LONGEST = 256;

/** Throws `person/password-too-short` or `person/password-too-long`. */
export const hashPassword = (password: string): Promise<string> => {
  if (password.length < SHORTEST) throw new Problem('person/password-too-short', 422, { limit: SHORTEST });
  if (password.length > LONGEST) throw new Problem('person/password-too-long', 422, { limit: LONGEST });
  return hash(password, COST);
};

let decoy: Promise<string> | undefined;

/** Whether the password is right. Without a hash it takes as long, so that nobody learns by the clock who has an account. */
export const verifyPassword = async (passwordHash: string | undefined, password: string): Promise<boolean> => {
  decoy ??= hash('no account has this password', COST);
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== undefined;
};
