import { z } from 'zod';

/** Suspended members may read but not publish; members that left or were revoked do neither. */
export const memberStatus = z.enum(['active', 'suspended', 'left', 'revoked']).meta({ id: 'MemberStatus' });
export type MemberStatus = z.infer<typeof memberStatus>;
