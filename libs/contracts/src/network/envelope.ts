import { z } from 'zod';
import { compiled } from '#compiled';
import { hash, nodeId, sourceId } from './names.js';

/** Who may read a message: everyone, members, or the nodes of a list. */
export const audience = z.union([z.literal('*'), z.literal('members'), z.array(nodeId).min(1).max(500)]);
export type Audience = z.infer<typeof audience>;

const position = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/**
 * The payload of a message: a CloudEvent with the sender's chain (`epoch`, `seq`, `prev`), its audience, the log its author had
 * verified (`seen`, `<size>:<root>`) and a salt of 16 bytes that keeps the leaf hiding once the content is erased.
 * Members that are not named here are ignored.
 */
const envelope = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: sourceId,
  type: z
    .string()
    .regex(/^[a-z]+(?:\.[a-z-]+)+\.v[1-9][0-9]*$/)
    .max(80),
  subject: z.string().max(200),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  dataschema: z.string().max(200),
  epoch: z.int().min(1),
  seq: z.int().min(1),
  prev: hash,
  aud: audience,
  seen: z.string().regex(/^(?:0|[1-9][0-9]{0,15}):[A-Za-z0-9_-]{43}$/),
  salt: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  data: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof envelope>;
/** Reads an envelope: every message goes through it. */
export const envelopeReader = compiled(envelope);

/** The head of one sender's chain: what its next message must follow. */
export const chainHead = z.object({ epoch: z.int().min(1), seq: position, hash });
export type ChainHead = z.infer<typeof chainHead>;
