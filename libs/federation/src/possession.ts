import type { FoundingFile, NodeKeys } from '@nmirf/contracts/network/governance';
import type { NodeId, PublicJwk } from '@nmirf/contracts/network/names';
import { verifyEd25519 } from '#crypto';
import { decodeJson, encodeJson, sealJws, splitJws } from './jws.js';
import { parsePublicKey } from './keys.js';

/** What a proof of possession says: this nonce was signed for this node with the private key of `jwk`. */
export interface PossessionClaim {
  readonly id: NodeId;
  readonly nonce: string;
  /** The network it is made for, so that another one cannot use it. Founders make theirs before there is a network. */
  readonly network?: string | undefined;
}

const TYP = 'nmirf-possession+jws';
const MAX_POSSESSION = 4_096;

/** A compact JWS by a key over the network, the node's id and the nonce, its public key in the header (RFC 7515 §4.1.3). */
export function provePossession(claim: PossessionClaim, key: PublicJwk, sign: (message: Uint8Array) => Uint8Array): string {
  return sealJws(encodeJson({ alg: 'Ed25519', typ: TYP, jwk: key }), JSON.stringify(claim), sign);
}

/** Whether `jws` proves that whoever asked holds the private key of `key`, for this node and nonce. */
export function isPossession(jws: string, key: Pick<PublicJwk, 'x'>, claim: PossessionClaim): boolean {
  const split = jws.length <= MAX_POSSESSION ? splitJws(jws, jws) : undefined;
  const raw = parsePublicKey(key);
  if (!split || !raw || !verifyEd25519(raw, split.signed, split.signature)) return false;
  return isHeader(decodeJson(split.header), key.x) && isClaim(decodeJson(split.payload), claim);
}

/** Whether every key of a node comes with its proof of possession: made for `network`, or for none by a founder. */
export function ownsItsKeys(
  { id, keys, nonce, possession }: Pick<FoundingFile, 'id' | 'keys' | 'nonce' | 'possession'>,
  network?: string,
): boolean {
  return nodeUses.every((use) => isPossession(possession[use], keys[use], { network, id, nonce }));
}

const nodeUses: readonly (keyof NodeKeys)[] = ['msg', 'wit', 'rec'];

function isHeader(value: unknown, x: string): boolean {
  const { alg, typ, jwk } = members(value, 3);
  const named = members(jwk, 3);
  return alg === 'Ed25519' && typ === TYP && named['kty'] === 'OKP' && named['crv'] === 'Ed25519' && named['x'] === x;
}

function isClaim(value: unknown, claim: PossessionClaim): boolean {
  const { network, id, nonce } = members(value, claim.network === undefined ? 2 : 3);
  return network === claim.network && id === claim.id && nonce === claim.nonce;
}

const members = (value: unknown, count: number): Record<string, unknown> =>
  value !== null && typeof value === 'object' && Object.keys(value).length === count ? (value as Record<string, unknown>) : {};
