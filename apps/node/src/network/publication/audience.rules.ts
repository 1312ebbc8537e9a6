import type { Audience } from '@nmirf/contracts/network/envelope';

/**
 * Whether a list holds its author alone. There is nobody to share with; and `jose` writes what has one recipient in another form, which no
 * hub takes.
 */
export const isForNobodyElse = (readers: Audience): boolean => typeof readers !== 'string' && readers.length < 2;

const reaches = (wanted: Audience, earlier: Audience): boolean => {
  if (wanted === '*' || wanted === earlier) return true;
  if (earlier === '*' || earlier === 'members') return false;
  return wanted === 'members' || earlier.every((id) => wanted.includes(id));
};

/**
 * Whether somebody who may read an earlier version could not read this one. They hold that version and would go on showing it: it is
 * taken back first.
 */
export const leavesOut = (earlier: readonly Audience[], wanted: Audience): boolean =>
  earlier.some((audience) => !reaches(wanted, audience));
