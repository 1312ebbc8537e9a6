import type { DataOf } from '@nmirf/contracts/network/message-types';
import { fingerprint } from '@nmirf/federation/keys';
import { explain, goodKeys, memberList, type MemberNow, type ProposalState, type Trust } from '@nmirf/federation/trust';
import type { MemberLine, ProposalLine } from '../audit-result.js';
import { isoTime } from './iso-time.js';
import type { LogAudit } from './log-audit.js';

/** Every member there ever was, with what it has in the log and what made it what it is. */
export function memberLines(trust: Trust, log: LogAudit): MemberLine[] {
  return memberList(trust).map((member) => memberLine(member, trust, log));
}

function memberLine({ id, mechanism, status, committee }: MemberNow, trust: Trust, { tallies, history }: LogAudit): MemberLine {
  const tally = tallies.senders.get(id);
  const [key] = goodKeys(trust, id, 'msg', history.size);
  const { steps } = explain(trust, id)!;
  return {
    ...{ id, names: mechanism.names, country: mechanism.country, status, committee },
    ...{ messages: tally?.messages ?? 0, withheld: tally?.withheld ?? 0 },
    ...(tally && { lastPosition: tally.last, lastReceivedAt: isoTime(tally.lastReceivedMs) }),
    ...(key && { fingerprint: fingerprint(key) }),
    steps: steps.map(({ position, what, proposal }) => ({ position, what, ...(proposal && { proposal: proposal.hash }) })),
  };
}

/** Every proposal that was ever made, in log order, with who decided and what came of it. */
export const proposalLines = ({ proposals }: Trust): ProposalLine[] =>
  Object.values(proposals).map((proposal) => {
    const { hash, type, by, position, state, settledAt, why, votes } = proposal;
    return {
      ...{ hash, type, about: aboutOf(proposal), by, position, state },
      ...(settledAt !== undefined && { settledAt }),
      ...(why !== undefined && { why }),
      votes: votes.map((vote) => ({ by: vote.by, decision: vote.decision, position: vote.position })),
    };
  });

const about: { readonly [Type in ProposalState['type']]: (data: DataOf<Type>) => string } = {
  'network.member.proposed.v1': ({ id }) => id,
  'network.status.proposed.v1': ({ id, status }) => `${id} → ${status}`,
  'network.committee.proposed.v1': ({ committee }) => committee.join(', '),
  'network.hub.proposed.v1': ({ url }) => url,
  'network.takedown.v1': ({ id, subject }) => `${id}, ${subject}`,
  'network.key.revoked.v1': ({ kid }) => kid,
};

/** The reducer keeps a proposal's data as its schema read it. */
const aboutOf = ({ type, data }: ProposalState): string => about[type](data as never);
