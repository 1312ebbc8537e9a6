import { nodeId } from '@nmirf/contracts/network/names';
import { platformEnvironment } from '@nmirf/platform/environment/environment';
import type { Proxies } from '@nmirf/platform/http/line';
import { z } from 'zod';

/** What a national node is told by its surroundings. */
export const nodeEnvironment = platformEnvironment.extend({
  NODE_ID: nodeId,
  /** The folder of the private keys `msg.pem`, `wit.pem` and, until it is moved to a safe place, `rec.pem`. */
  KEYS_DIR: z.string().min(1),
  /** Files of shared resources are fetched by themselves up to this size; larger ones when somebody asks. 0: none, 50: all. */
  FILES_FETCH_UP_TO_MIB: z.coerce.number().min(0).max(50).default(20),
  /** An invented name is put before the reviewer in one review of so many, to see whether it is noticed. 0: never. */
  PLANT_NAME_IN_ONE_OF: z.coerce.number().int().min(0).max(1_000).default(20),
  /** Proxies on the way to the hub, with name and password in the address where they ask for them. */
  HTTP_PROXY: z.url({ protocol: /^https?$/ }).optional(),
  HTTPS_PROXY: z.url({ protocol: /^https?$/ }).optional(),
  /** Hosts that are reached without a proxy, separated by commas. */
  NO_PROXY: z.string().max(2_000).optional(),
  ROLE: z.enum(['all', 'main', 'worker']).default('all'),
  CLIENT_DIR: z.string().optional(),
});
export type NodeEnvironment = z.output<typeof nodeEnvironment>;

export const proxiesOf = ({ HTTP_PROXY, HTTPS_PROXY, NO_PROXY }: NodeEnvironment): Proxies => ({ HTTP_PROXY, HTTPS_PROXY, NO_PROXY });
