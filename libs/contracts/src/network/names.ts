import { z } from 'zod';

/** A national node: `node:` and its slug, for instance `node:ma`. */
export const nodeId = z.string().regex(/^node:[a-z0-9-]{2,32}$/);
export type NodeId = z.infer<typeof nodeId>;

/** Who can send a message: the hub or a node. */
export const sourceId = z.union([z.literal('hub'), nodeId]);
export type SourceId = z.infer<typeof sourceId>;

/** `<source>#<RFC 7638 SHA-256 thumbprint>`: a look-up into the member list, never an address. */
export const kid = z.string().regex(/^(?:hub|node:[a-z0-9-]{2,32})#[A-Za-z0-9_-]{43}$/);

/** A SHA-256 digest in unpadded base64url. */
export const hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** An Ed25519 public key as a JWK (RFC 8037), public members only. */
export const publicJwk = z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: hash });
export type PublicJwk = z.infer<typeof publicJwk>;

export const zeroHash = 'A'.repeat(43);
