import { z } from 'zod';
import { memberStatus } from '../network/member-status.js';
import { nodeId } from '../network/names.js';
import { mechanism } from './mechanism.js';

/** `msg` signs messages, `wit` cosigns checkpoints, `rec` opens the way back after the loss of the others. */
export const keyUse = z.enum(['msg', 'wit', 'rec']).meta({ id: 'KeyUse' });

/** A key of this node. `here`: its private half lies on this server. Positions are those of the log. */
export const nodeKey = z
  .object({
    use: keyUse,
    kid: z.string(),
    /** 24 letters and digits in groups of four, to compare by voice. */
    fingerprint: z.string(),
    here: z.boolean(),
    /** From which position on the network accepts it; absent while the log does not name it. */
    from: z.int().optional(),
    /** Before which position it was accepted; absent while it still is. */
    to: z.int().optional(),
  })
  .meta({ id: 'NodeKey' });
export type NodeKey = z.infer<typeof nodeKey>;

/** What a node knows about itself: its mechanism's public record, its place in the network, and its keys. */
export const ownMembership = z
  .object({
    node: nodeId,
    hub: z.url().optional(),
    /** The genesis hash this node has pinned, whole and in the form to compare by voice. */
    network: z.object({ hash: z.string(), fingerprint: z.string() }).optional(),
    mechanism: mechanism.optional(),
    membership: z.object({ status: memberStatus, since: z.iso.datetime(), committee: z.boolean() }).optional(),
    keys: z.array(nodeKey),
    /** The key that others encrypt to, as the log names it. `here`: its private half lies on this server. */
    agreement: z.object({ kid: z.string(), from: z.int(), here: z.boolean() }).optional(),
  })
  .meta({ id: 'OwnMembership' });
export type OwnMembership = z.infer<typeof ownMembership>;
