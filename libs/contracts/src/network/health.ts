import { z } from 'zod';
import { memberStatus } from './member-status.js';
import { nodeId } from './names.js';

/** A hub whose log is shorter than what it has signed: it takes nothing until `target` is reached and every active member was heard. */
export const hubRecovery = z
  .object({ since: z.iso.datetime(), size: z.int(), target: z.int(), missing: z.array(nodeId) })
  .meta({ id: 'HubRecovery' });
export type HubRecovery = z.infer<typeof hubRecovery>;

/** How the hub hears from its members. `lag`: leaves that a node had not verified when it last asked. */
export const networkHealth = z
  .object({
    size: z.int(),
    checkpointAt: z.iso.datetime().optional(),
    recovery: hubRecovery.optional(),
    /** How many leaves stand under a checkpoint that enough members have signed. */
    witnessedSize: z.int(),
    nodes: z.array(
      z
        .object({
          id: nodeId,
          status: memberStatus,
          lastContactAt: z.iso.datetime().optional(),
          verifiedSize: z.int().optional(),
          lag: z.int().optional(),
          /** The size of the newest checkpoint it signed as a witness; absent when the witnessed one was reached without it. */
          cosignedSize: z.int().optional(),
          /** Messages refused since the hub first heard from the node, and the last of them: why, by its code and in the reader's language. */
          refusals: z.int(),
          lastRefusal: z.object({ code: z.string(), title: z.string(), at: z.iso.datetime() }).optional(),
          /** Two bodies signed for one place in the chain: kept for the committee. */
          forks: z.int(),
        })
        .meta({ id: 'NodeHealth' }),
    ),
  })
  .meta({ id: 'NetworkHealth' });
export type NetworkHealth = z.infer<typeof networkHealth>;
