import { platformEnvironment } from '@nmirf/platform/environment/environment';
import { z } from 'zod';

/** What the hub is told by its surroundings. */
export const hubEnvironment = platformEnvironment.extend({
  /** The folder of the private keys `msg.pem`, `receipt.pem` and `log.pem`. */
  KEYS_DIR: z.string().min(1),
  /** How often a node may post in a minute, and how many messages it may send; a batch has at most 100. */
  POSTS_A_MINUTE: z.coerce.number().int().min(1).default(60),
  MESSAGES_A_MINUTE: z.coerce.number().int().min(100).default(600),
  /** How many MiB of files one member may keep at the hub. */
  FILES_QUOTA_MIB: z.coerce.number().int().min(50).default(2_048),
  /** `all`: one process serves and works. With several processes, some serve (`main`) and some work (`worker`). */
  ROLE: z.enum(['all', 'main', 'worker']).default('all'),
  /** The built client; without it only the API answers. */
  CLIENT_DIR: z.string().optional(),
});
export type HubEnvironment = z.output<typeof hubEnvironment>;
