import { z } from 'zod';

/** The keys a node renews with its message key: the recovery key is renewed only by itself. */
export const renewableUse = z.enum(['msg', 'wit']).meta({ id: 'RenewableUse' });
export type RenewableUse = z.infer<typeof renewableUse>;
