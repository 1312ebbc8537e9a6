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
 * The key `kid` of `node`, if it can be revoked from position `distrustFrom` on while the log here has `size` messages. What nobody has
 * written yet cannot be disbelieved: the log would pass the revocation over, and the key would stay good.
 * @throws Problem `key/not-found`, `key/revoked-already`, `key/position-ahead`
 */
export function ownKey(trust: Trust, node: NodeId, kid: string, { distrustFrom, size }: { distrustFrom: number; size: number }): OwnKey {
  const key = trust.members[node]?.keys.find((known) => known.kid === kid);
  if (!key || (key.use !== 'msg' && key.use !== 'wit')) throw new Problem('key/not-found', 404);
  if ((key.distrustFrom ?? Infinity) <= distrustFrom) throw new Problem('key/revoked-already', 409);
  if (distrustFrom > size) throw new Problem('key/position-ahead', 422, { position: distrustFrom, size });
  return { use: key.use, isInForce: goodKeys(trust, node, key.use, END).some(({ x }) => x === key.x) };
}
