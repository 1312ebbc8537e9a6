import { type EnrolmentRequest, enrolmentRequest } from '@nmirf/contracts/network/enrolment';
import type { PublicJwk } from '@nmirf/contracts/network/names';
import { equalSecrets, hmacSha256, sha256, verifyEd25519 } from '#crypto';
import { fromBase64url } from './base64url.js';
import { decodeJson, encodeJson, sealJws, splitJws } from './jws.js';
import { kidOf, parsePublicKey, type Signer } from './keys.js';
import { ownsItsKeys } from './possession.js';
import { ProtocolProblem } from './problems.js';

const REQUEST = 'nmirf-enrolment+jws';
const BINDING = 'nmirf-binding+jws';
const MAX_REQUEST = 65_535;

/** What the hub keeps of an invitation's token, and what both sides key the binding with: SHA-256 over its 32 bytes. */
export function tokenHash(token: string): Uint8Array {
  const bytes = fromBase64url(token);
  if (bytes?.length !== 32) throw new ProtocolProblem('invitation-invalid');
  return sha256(bytes);
}

/**
 * Binds a new `msg` key to an invitation: an HS256 JWS over the key (after RFC 8555 §7.3.4). The token does not travel, and the
 * binding is of no use for any other key.
 */
export function bind(invitation: string, token: string, key: PublicJwk): string {
  const header = encodeJson({ alg: 'HS256', typ: BINDING, kid: invitation });
  return sealJws(header, JSON.stringify(key), (signed) => hmacSha256(tokenHash(token), signed));
}

/** Whether the request was made by someone who holds the token behind this hash, for exactly this `msg` key. */
export function isBound({ invitation, keys, binding }: EnrolmentRequest, hashOfToken: Uint8Array): boolean {
  const split = splitJws(binding, binding, 32);
  if (!split || !equalSecrets(split.signature, hmacSha256(hashOfToken, split.signed))) return false;
  const header = decodeJson(split.header) as Record<string, unknown> | undefined;
  const { kty, crv, x } = (decodeJson(split.payload) ?? {}) as Record<string, unknown>;
  const isHeader = header?.['alg'] === 'HS256' && header['typ'] === BINDING && header['kid'] === invitation;
  return isHeader && kty === keys.msg.kty && crv === keys.msg.crv && x === keys.msg.x;
}

/** A node's request to be enrolled, signed with its new `msg` key. */
export const sealEnrolment = (request: EnrolmentRequest, signer: Signer): string =>
  sealJws(encodeJson({ alg: 'Ed25519', typ: REQUEST, kid: signer.kid }), JSON.stringify(request), (signed) => signer.sign(signed));

/**
 * Reads an enrolment in the network of this id: form, signature by the `msg` key it carries, and a proof of possession of each key. Whether the invitation,
 * the nonce and the binding are good is the hub's to say: see `isBound`.
 * @throws ProtocolProblem
 */
export function openEnrolment(jws: string, network: string): EnrolmentRequest {
  if (jws.length > MAX_REQUEST) throw new ProtocolProblem('too-large');
  const split = splitJws(jws, jws);
  if (!split) throw new ProtocolProblem('malformed');
  const parsed = enrolmentRequest.safeParse(decodeJson(split.payload));
  if (!parsed.success) {
    throw new ProtocolProblem(
      'schema-invalid',
      parsed.error.issues.slice(0, 20).map(({ path, code }) => ({ path: path.join('.'), code })),
    );
  }
  const request = parsed.data;
  if (!isHeader(decodeJson(split.header), kidOf(request.id, request.keys.msg))) throw new ProtocolProblem('header-not-allowed');
  const key = parsePublicKey(request.keys.msg);
  if (!key || !verifyEd25519(key, split.signed, split.signature)) throw new ProtocolProblem('signature-invalid');
  if (!ownsItsKeys(request, network)) throw new ProtocolProblem('proof-invalid');
  return request;
}

function isHeader(header: unknown, expected: string): boolean {
  const { alg, typ, kid } = (header ?? {}) as Record<string, unknown>;
  return alg === 'Ed25519' && typ === REQUEST && kid === expected && Object.keys(header as object).length === 3;
}
