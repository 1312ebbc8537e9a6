import type { TakedownProposed } from '@nmirf/contracts/content/withdrawal';
import type { NodeId } from '@nmirf/contracts/network/names';
import { takedowns, type Trust } from '@nmirf/federation/trust';
import { Problem } from '@nmirf/platform/http/problem';
import { isInCommittee } from './proposal.rules.js';

/** Throws unless `node` may propose that content of `author` be taken down; the log would refuse the message as well. */
export function assertMayPropose(trust: Trust, author: NodeId, subject: string, node: NodeId): void {
  if (!isInCommittee(trust, node)) throw new Problem('proposal/not-in-committee', 403);
  if (author === node) throw new Problem('takedown/own-content', 409);
  const isOpen = Object.values(trust.proposals).some(
    ({ type, state, data }) => type === 'network.takedown.v1' && state === 'open' && (data as TakedownProposed).subject === subject,
  );
  if (isOpen || takedowns(trust).some((taken) => taken.subject === subject)) throw new Problem('takedown/proposed-already', 409);
}
