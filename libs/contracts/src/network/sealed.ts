import { z } from 'zod';

const base64url = (max: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(max);

/** A public key for key agreement (X25519, RFC 8037): others encrypt to it what only this node is to read. */
export const agreementKey = z.strictObject({ kty: z.literal('OKP'), crv: z.literal('X25519'), x: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
export type AgreementKey = z.infer<typeof agreementKey>;

/** Data of `node.agreement-key.v1`: the key that is used from this message on. */
export const agreementKeyAnnounced = z.strictObject({ key: agreementKey });

/** `ECDH-ES+A256KW` for each recipient, named by the key's id; nothing else may stand in its header. */
const recipient = z.strictObject({
  header: z.strictObject({ alg: z.literal('ECDH-ES+A256KW'), kid: z.string().max(100), epk: agreementKey }),
  encrypted_key: base64url(100),
});

/** Content for a few: a JWE in its general JSON form (RFC 7516 §7.2.1), `A256GCM` under one key that is wrapped for each recipient. */
export const sealedContent = z.strictObject({
  protected: base64url(100),
  aad: base64url(8_000),
  iv: base64url(16),
  ciphertext: base64url(60_000),
  tag: base64url(22),
  recipients: z.array(recipient).min(1).max(51),
});
export type SealedContent = z.infer<typeof sealedContent>;
