import type { RenewableUse } from '@nmirf/contracts/members/key-changes';
import type { NodeId } from '@nmirf/contracts/network/names';
import { goodKeys, type Trust } from '@nmirf/federation/trust';
import { Problem } from '@nmirf/platform/http/problem';

const END = Number.MAX_SAFE_INTEGER;

/** A key of this node that the recovery key can take back. */
export interface OwnKey {
  readonly use: RenewableUse;
  readonly isInForce: boolean;
}

/**
 * The key `kid` of `node`, if it can be revoked from position `distrustFrom` on.
 * @throws Problem `key/not-found`, `key/revoked-already`
 */
export function ownKey(trust: Trust, node: NodeId, kid: string, distrustFrom: number): OwnKey {
  const key = trust.members[node]?.keys.find((known) => known.kid === kid);
  if (!key || (key.use !== 'msg' && key.use !== 'wit')) throw new Problem('key/not-found', 404);
  if ((key.distrustFrom ?? Infinity) <= distrustFrom) throw new Problem('key/revoked-already', 409);
  return { use: key.use, isInForce: goodKeys(trust, node, key.use, END).some(({ x }) => x === key.x) };
}
