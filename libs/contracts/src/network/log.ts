import { z } from 'zod';
import { pageOf, pageQuery } from '../http/page.js';
import { chainHead } from './envelope.js';
import { hash, nodeId } from './names.js';

const base64 = z.string().max(64);

/**
 * Everything a reader needs to verify one message without trusting the server: the message, its leaf, the key it was signed with,
 * an RFC 6962 inclusion proof (base64 hashes, leaf to root) and a signed checkpoint.
 */
export const logEvidence = z
  .object({
    position: z.int(),
    leaf: z.string(),
    jws: z.string().optional(),
    why: z.enum(['audience', 'withdrawn', 'erased']).optional(),
    key: z.object({ kid: z.string(), x: hash, from: z.int(), to: z.int().optional() }).optional(),
    proof: z.array(base64),
    checkpoint: z.string(),
    logKey: z.string(),
    /** Who cosigned this checkpoint, each with the key that verifies its line. */
    witnesses: z.array(z.object({ id: nodeId, kid: z.string(), x: hash, at: z.iso.datetime() })),
    /** Whether they suffice under the policy: one of each of three regions. */
    witnessed: z.boolean(),
  })
  .meta({ id: 'LogEvidence' });
export type LogEvidence = z.infer<typeof logEvidence>;

/** The state of the log as this server has verified it. */
export const logView = z
  .object({
    networkId: hash,
    name: z.string(),
    origin: z.string(),
    size: z.int(),
    root: hash,
    checkpoint: z.string().optional(),
    logKey: z.string(),
    checkpointAt: z.iso.datetime().optional(),
    /** Who cosigned the newest checkpoint, from which regions, and how many regions the policy asks for. */
    witnesses: z.array(z.object({ id: nodeId, at: z.iso.datetime() })),
    regions: z.array(z.string()),
    regionsNeeded: z.int(),
    /** How many leaves stand under a checkpoint that is witnessed under the policy. */
    witnessedSize: z.int(),
  })
  .meta({ id: 'Log' });
export type LogView = z.infer<typeof logView>;

/**
 * The checkpoints of the log, newest first; the cursor is the size of the last one. `witnessed`: enough members have signed it or a
 * later one, which holds everything in it.
 */
export const logCheckpoint = z
  .object({ size: z.int(), root: hash, signedAt: z.iso.datetime(), witnessed: z.boolean() })
  .meta({ id: 'LogCheckpoint' });
export const logCheckpointsQuery = pageQuery.extend({ after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional() });
export type LogCheckpointsQuery = z.infer<typeof logCheckpointsQuery>;
export const logCheckpointsPage = pageOf(logCheckpoint).meta({ id: 'LogCheckpointsPage' });
export type LogCheckpointsPage = z.infer<typeof logCheckpointsPage>;

/** How the log grew: at most 60 points, evenly spaced over its messages; `size` is the number of messages received by `at`. */
export const logGrowth = z.object({ points: z.array(z.object({ size: z.int(), at: z.iso.datetime() })) }).meta({ id: 'LogGrowth' });
export type LogGrowth = z.infer<typeof logGrowth>;

/** How a cosignature travels: a signed note, the checkpoint's text with the witness's line under it. */
export const NOTE_TYPE = 'text/plain';
export const MAX_NOTE_BYTES = 65_536;

/** How a page of the log travels to a hub that lacks it, and what it answers: how long its log is then. */
export const PAGE_TYPE = 'application/x-ndjson';
export const tailTaken = z.object({ size: z.int().min(0) });

/** The last line of a feed page, or one entry of it. */
export const feedHead = z.object({ from: z.int().min(0), next: z.int().min(0), size: z.int().min(0) });
export const feedEntry = z.object({
  pos: z.int().min(0),
  leaf: z.string().max(512),
  jws: z.string().max(65_535).nullable(),
  why: z.enum(['audience', 'withdrawn', 'erased']).optional(),
});
export type FeedHead = z.infer<typeof feedHead>;
export type FeedEntry = z.infer<typeof feedEntry>;
/** `proof`: consistency of the tree at `next` with the checkpoint's, empty when they are the same size. */
export const feedTail = z.object({ checkpoint: z.string().max(20_000), proof: z.array(base64).max(64) });
export type FeedTail = z.infer<typeof feedTail>;

export const feedQuery = z.object({
  from: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  limit: z.coerce.number().int().min(1).max(500).default(500),
  wait: z.coerce.number().int().min(0).max(25).default(0),
});
export type FeedQuery = z.infer<typeof feedQuery>;

export const snapshotQuery = feedQuery.pick({ from: true });
export type SnapshotQuery = z.infer<typeof snapshotQuery>;

/** What the doorbell says: how long the log is now. */
export const logRing = z.object({ size: z.int().min(0) });
export type LogRing = z.infer<typeof logRing>;

/** `/.well-known/nmirf.json`. */
export const wellKnown = z.object({
  origin: z.string(),
  networkId: hash,
  name: z.string(),
  versions: z.array(z.string()),
  logKey: z.string(),
  limits: z.object({ message: z.int(), batch: z.int(), batchBytes: z.int(), feedPage: z.int() }),
  features: z.array(z.string()),
});
export type WellKnown = z.infer<typeof wellKnown>;

/** Where a member's chain ends at the hub, the epoch that the membership grants it, and how long the log is. */
export const ownHead = z
  .object({
    head: chainHead.optional(),
    epoch: z.int().min(1),
    size: z.int().min(0),
    /** When the hub was last restored from a backup: what it took before that and no member has read, it may not hold any more. */
    restoredAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'OwnHead' });
export type OwnHead = z.infer<typeof ownHead>;
