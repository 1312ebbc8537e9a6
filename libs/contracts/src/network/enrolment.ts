import { z } from 'zod';
import { pageOf } from '../http/page.js';
import { mechanism } from '../members/mechanism.js';
import { nodeKeys, possession } from './governance.js';
import { hash, nodeId } from './names.js';

/** How an enrolment travels: one compact JWS of at most this many bytes. */
export const ENROLMENT_TYPE = 'application/jose';
export const MAX_ENROLMENT_BYTES = 65_535;

/** How long an invitation can be used, in days, and how many wrong enrolments end it. */
export const INVITATION_DAYS = 7;
export const ENROLMENT_TRIES = 5;

/** The file that goes to an admitted mechanism out of band. The hub keeps only the token's SHA-256. */
export const invitation = z.strictObject({
  nmirf: z.literal('invitation/1'),
  id: z.uuid(),
  hub: z.url(),
  network: hash,
  logKey: z.string(),
  node: nodeId,
  mechanism,
  token: hash,
  epoch: z.int().min(1),
  expiresAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof invitation>;

export const enrolmentNonce = z.object({ nonce: hash, expiresAt: z.iso.datetime() }).meta({ id: 'EnrolmentNonce' });

/** The payload of the enrolment JWS, signed by the new `msg` key. `binding` is an HS256 JWS, keyed by the token, over that key. */
export const enrolmentRequest = z.strictObject({
  invitation: z.uuid(),
  id: nodeId,
  mechanism,
  keys: nodeKeys,
  nonce: hash,
  possession,
  binding: z.string().max(4_096),
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequest>;
export const enrolmentAnswer = z.object({ enrolment: z.uuid(), fingerprint: z.string() }).meta({ id: 'EnrolmentAnswer' });
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswer>;

/** `prepared` by one officer, `issued` by another; then `used` once, or `expired`, `withdrawn`, or `spent` by too many wrong tries. */
export const invitationState = z.enum(['prepared', 'issued', 'used', 'expired', 'spent', 'withdrawn']).meta({ id: 'InvitationState' });
export type InvitationState = z.infer<typeof invitationState>;

/** What an officer fills in to invite a mechanism. `epoch` above 1 is for a member that lost all its keys. */
export const invitationDraft = z
  .strictObject({ node: nodeId, mechanism, epoch: z.int().min(1).default(1) })
  .meta({ id: 'InvitationDraft' });
export type InvitationDraft = z.infer<typeof invitationDraft>;

const officer = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'Officer' });

/** An invitation as the secretariat sees it. Never the token: it leaves once, in the file. */
export const invitationView = z
  .object({
    id: z.uuid(),
    node: nodeId,
    mechanism,
    epoch: z.int(),
    state: invitationState,
    preparedBy: officer,
    preparedAt: z.iso.datetime(),
    issuedBy: officer.optional(),
    issuedAt: z.iso.datetime().optional(),
    expiresAt: z.iso.datetime().optional(),
    tries: z.int(),
  })
  .meta({ id: 'InvitationView' });
export type InvitationView = z.infer<typeof invitationView>;
export const invitationPage = pageOf(invitationView).meta({ id: 'InvitationPage' });
export type InvitationPage = z.infer<typeof invitationPage>;

/**
 * An enrolment `waiting` for two officers, `approved` by both, `proposed` in the log, decided by the committee (`member`, `rejected`,
 * `void`), or `refused` by an officer.
 */
export const enrolmentState = z
  .enum(['waiting', 'approved', 'proposed', 'member', 'rejected', 'void', 'refused'])
  .meta({ id: 'EnrolmentState' });
export type EnrolmentState = z.infer<typeof enrolmentState>;

export const enrolmentView = z
  .object({
    id: z.uuid(),
    invitation: z.uuid(),
    node: nodeId,
    mechanism,
    epoch: z.int(),
    /** Of the `msg` key, to be compared with the mechanism's contact by voice. */
    fingerprint: z.string(),
    state: enrolmentState,
    receivedAt: z.iso.datetime(),
    approvals: z.array(z.object({ by: officer, at: z.iso.datetime() })),
    refusal: z.object({ by: officer.optional(), at: z.iso.datetime(), reason: z.string() }).optional(),
    /** Hash of the proposal's message, and the committee's votes on it so far. */
    proposal: hash.optional(),
    votes: z.array(z.object({ by: nodeId, decision: z.enum(['approve', 'reject']) })).optional(),
    needed: z.int().optional(),
  })
  .meta({ id: 'Enrolment' });
export type EnrolmentView = z.infer<typeof enrolmentView>;
export const enrolmentPage = pageOf(enrolmentView).meta({ id: 'EnrolmentPage' });
export type EnrolmentPage = z.infer<typeof enrolmentPage>;
export const enrolmentRefusal = z.strictObject({ reason: z.string().trim().min(1).max(2_000) }).meta({ id: 'EnrolmentRefusal' });
export type EnrolmentRefusal = z.infer<typeof enrolmentRefusal>;
