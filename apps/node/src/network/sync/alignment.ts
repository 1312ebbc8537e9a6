import type { ChainHead } from '@nmirf/contracts/network/envelope';
import type { OwnHead } from '@nmirf/contracts/network/log';
import type { NodeId } from '@nmirf/contracts/network/names';
import { toBase64url } from '@nmirf/federation/base64url';
import { expectedPlace } from '@nmirf/federation/chain';
import { reopenMessage } from '@nmirf/federation/message';
import { epochOf, keyAt, type Trust } from '@nmirf/federation/trust';
import type { EntityManager } from 'typeorm';
import { chainHead, type Sealed, unseal, waiting } from './sealing.js';

/**
 * How this node stands to the end of its chain at the hub. `behind`: the hub holds messages of this node that its own log does not show
 * yet. `ahead`: the hub has lost messages that it has signed for.
 */
export type Standing = 'aligned' | 'behind' | 'ahead';

/** What a hub had taken before it was restored, and nobody has read from it: the same bytes go once more. */
const SEND_AGAIN = `
  update outgoing_message set state = 'sealed', accepted_at = null, position = null
   where state = 'accepted' and jws is not null and (epoch, seq) > ($1, $2)`;

/**
 * Compares with the end of this node's chain at the hub (`at`), before anything is sent. A node whose database was restored from a backup
 * learns so that its chain has gone on, waits until it has read its own messages from the feed, and then goes on without a fork. What was
 * sealed for places that others have taken becomes drafts again, which is safe: the hub says that it holds none of it.
 */
export async function align(tx: EntityManager, node: NodeId, trust: Trust, { head: at, restoredAt }: OwnHead): Promise<Standing> {
  if (restoredAt !== undefined) await tx.query(SEND_AGAIN, [at?.epoch ?? 0, at?.seq ?? 0]);
  const [own, sealed] = [await chainHead(tx, node), await waiting(tx)];
  if (at && sealed.some(({ hash }) => toBase64url(hash) === at.hash)) return 'aligned';
  if (at?.hash !== own?.hash) return at && isBefore(own, at) ? 'behind' : 'ahead';
  const [first] = sealed;
  if (first && !follows(first, own, node, trust)) await unseal(tx);
  return 'aligned';
}

function follows({ jws, hash }: Sealed, head: ChainHead | undefined, node: NodeId, trust: Trust): boolean {
  const { kid, envelope } = reopenMessage(jws, hash);
  const place = expectedPlace(head, epochOf(trust, node));
  const isItsPlace = envelope.epoch === place.epoch && envelope.seq === place.seq && envelope.prev === place.prev;
  return isItsPlace && keyAt(trust, kid, Number.MAX_SAFE_INTEGER) !== undefined;
}

/** Whether one end of a chain lies before another. */
export const isBefore = (one: ChainHead | undefined, other: ChainHead): boolean =>
  !one || one.epoch < other.epoch || (one.epoch === other.epoch && one.seq < other.seq);
