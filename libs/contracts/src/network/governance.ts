import { z } from 'zod';
import { mechanism } from '../members/mechanism.js';
import { hash, kid, nodeId, publicJwk } from './names.js';
import { proposedStatus } from './member-status.js';

const jws = z.string().max(4_096);

/** A node's three keys: messages and requests, witness cosignatures, recovery. */
export const nodeKeys = z.strictObject({ msg: publicJwk, wit: publicJwk, rec: publicJwk });
export type NodeKeys = z.infer<typeof nodeKeys>;

/** The hub's three keys: messages, receipts, checkpoints. */
export const hubKeys = z.strictObject({ msg: publicJwk, receipt: publicJwk, log: publicJwk });
export type HubKeys = z.infer<typeof hubKeys>;

/** Proof that the sender holds each private key: a compact JWS by that key over the nonce and the node's id. */
export const possession = z.strictObject({ msg: jws, wit: jws, rec: jws });

/** How many members of the executive committee must agree. */
export const thresholds = z.strictObject({
  admit: z.int().min(1),
  suspend: z.int().min(1),
  revoke: z.int().min(1),
  committee: z.int().min(1),
});
export type Thresholds = z.infer<typeof thresholds>;

/** What a founding node hands over before the genesis: its record, its public keys and proofs of possession. */
export const foundingFile = z.strictObject({ id: nodeId, mechanism, keys: nodeKeys, nonce: z.string(), possession });
export type FoundingFile = z.infer<typeof foundingFile>;

/** Leaf 0: the network's name, the hub's keys and address, and the founding committee. Its hash is the network's id. */
export const genesis = z.object({
  name: z.string().min(1).max(200),
  origin: z.string().min(1).max(200),
  hub: z.object({ url: z.url(), keys: hubKeys }),
  committee: z
    .array(z.object({ id: nodeId, mechanism, keys: nodeKeys }))
    .min(1)
    .max(20),
  thresholds,
});
export type Genesis = z.infer<typeof genesis>;

/** The hub proposes a mechanism, with its keys, after the secretariat's procedure. `epoch` > 1: a member that lost all its keys. */
export const memberProposed = z.object({ id: nodeId, mechanism, keys: nodeKeys, nonce: z.string(), possession, epoch: z.int().min(1) });
export type MemberProposed = z.infer<typeof memberProposed>;

/** A change of a member's status that needs the committee: suspension and its end, or revocation. */
export const statusProposed = z.object({ id: nodeId, status: proposedStatus, reason: z.string().max(2_000) });
/** A member leaves by its own message. */
export const memberLeft = z.object({ reason: z.string().max(2_000).optional() });
/** A new committee and thresholds, whole. */
export const committeeProposed = z.object({ committee: z.array(nodeId).min(1).max(20), thresholds, reason: z.string().max(2_000) });
/** New keys or a new address for the hub: what a hand-over of the secretariat names. */
export const hubProposed = z.object({ url: z.url(), keys: hubKeys, reason: z.string().max(2_000) });
/** What a server that is to become the hub writes down for the committee: compare the fingerprint of its `log` key by voice. */
export const hubFile = z.strictObject({ nmirf: z.literal('hub/1'), network: hash, url: z.url(), keys: hubKeys });
export type HubFile = z.infer<typeof hubFile>;
/** A committee node's word on a proposal: `subject` is the proposal's message hash. */
export const decision = z.object({ subject: hash, decision: z.enum(['approve', 'reject']), reason: z.string().max(2_000).optional() });
export type Decision = z.infer<typeof decision>;

/** A yearly rotation, signed by the old `msg` key, with a possession JWS of the new key. */
export const keyRotated = z.object({ use: z.enum(['msg', 'wit', 'rec']), key: publicJwk, nonce: z.string(), possession: jws });
/** A compromise: messages of `kid` from log position `distrustFrom` on are not to be believed. */
export const keyRevoked = z.object({ kid, distrustFrom: z.int().min(0), reason: z.string().max(2_000) });
