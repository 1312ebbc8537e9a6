import { z } from 'zod';
import { mechanism } from '../members/mechanism.js';
import { nodeKeys, possession } from './governance.js';
import { hash, nodeId } from './names.js';

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
