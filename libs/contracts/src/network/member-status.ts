import { z } from 'zod';

/** Suspended members may read but not publish; members that left or were revoked do neither. */
export const memberStatus = z.enum(['active', 'suspended', 'left', 'revoked']).meta({ id: 'MemberStatus' });
export type MemberStatus = z.infer<typeof memberStatus>;

/** What the committee can make of a member: suspended, active again, or revoked for good. */
export const proposedStatus = z.enum(['active', 'suspended', 'revoked']).meta({ id: 'ProposedStatus' });
export type ProposedStatus = z.infer<typeof proposedStatus>;
