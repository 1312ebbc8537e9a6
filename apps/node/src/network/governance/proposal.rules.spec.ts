import { describe, expect, it } from '@jest/globals';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { ProposalState, Trust } from '@nmirf/federation/trust';
import { assertMayDecide, present } from './proposal.rules.js';
import { assertMayPropose } from './proposing.rules.js';

const member = (id: NodeId) => ({
  ...{ id, epoch: 1, since: 0, keys: [], steps: [], statuses: [{ status: 'active' as const, from: 0 }] },
  mechanism: { country: 'MAR', region: 'africa' as const, kind: 'ad-hoc' as const, languages: ['fr' as const], names: [] },
});
const committee: readonly NodeId[] = ['node:ma', 'node:pt'];
const proposal: ProposalState = {
  ...{ hash: 'h'.repeat(43), type: 'network.status.proposed.v1', by: 'hub', position: 5, votes: [], state: 'open' },
  data: { id: 'node:py', status: 'suspended', reason: 'A reason' },
};
const trust: Trust = {
  ...{ networkId: 'n'.repeat(43), name: 'A network', origin: 'hub.example/nmirf/log1', position: 5, ignored: [] },
  hub: { url: 'https://hub.example', addresses: ['https://hub.example'], keys: [] },
  committee: { members: committee, thresholds: { admit: 2, suspend: 2, revoke: 2, committee: 2 }, from: 0 },
  members: Object.fromEntries([...committee, 'node:py' as const].map((id) => [id, member(id)])),
  proposals: { [proposal.hash]: proposal },
};
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a proposal at a node', () => {
  it('waits for the word of a committee member', () => {
    expect(present(trust, proposal, 'node:ma', undefined)).toMatchObject({ about: 'node:py', reason: 'A reason', needed: 2, open: true });
  });

  it('waits no longer while the word is on its way, or in the log', () => {
    expect(present(trust, proposal, 'node:ma', 'approve')).toMatchObject({ own: 'approve', open: false });
    const votes = [{ by: 'node:ma' as const, kid: '', decision: 'reject' as const, position: 6 }];
    expect(present(trust, { ...proposal, votes }, 'node:ma', undefined)).toMatchObject({ own: 'reject', open: false });
    expect(() => assertMayDecide(trust, { ...proposal, votes }, 'node:ma')).toThrow(code('proposal/decided-already'));
  });

  it('is for others to decide', () => {
    expect(present(trust, proposal, 'node:py', undefined).open).toBe(false);
    expect(() => assertMayDecide(trust, proposal, 'node:py')).toThrow(code('proposal/not-in-committee'));
    expect(() => assertMayDecide(trust, { ...proposal, state: 'accepted' }, 'node:ma')).toThrow(code('proposal/settled'));
    const about = { ...proposal, data: { id: 'node:pt', status: 'suspended', reason: 'A reason' } };
    expect(() => assertMayDecide(trust, about, 'node:pt')).toThrow(code('proposal/about-itself'));
  });
});

describe('another committee', () => {
  const type = 'network.committee.proposed.v1' as const;
  const asked = { committee: ['node:ma', 'node:py'] as NodeId[], thresholds: trust.committee.thresholds, reason: 'A reason' };

  it('is shown whole to those who decide on it', () => {
    expect(present(trust, { ...proposal, type, data: asked }, 'node:ma', undefined)).toMatchObject({
      committee: { members: asked.committee, thresholds: asked.thresholds },
      open: true,
    });
  });

  it('is proposed by its members, and only when it is another one and can decide', () => {
    expect(() => assertMayPropose(trust, type, asked, 'node:ma')).not.toThrow();
    expect(() => assertMayPropose(trust, type, asked, 'node:py')).toThrow(code('proposal/not-in-committee'));
    const same = { ...asked, committee: [...committee].reverse() };
    expect(() => assertMayPropose(trust, type, same, 'node:ma')).toThrow(code('proposal/nothing-to-change'));
    const stranger = { ...asked, committee: ['node:ma', 'node:uy'] as NodeId[] };
    expect(() => assertMayPropose(trust, type, stranger, 'node:ma')).toThrow(code('proposal/bad-committee'));
    const open = { ...trust, proposals: { [proposal.hash]: { ...proposal, type, data: { ...asked, reason: 'Another reason' } } } };
    expect(() => assertMayPropose(open, type, asked, 'node:ma')).toThrow(code('proposal/made-already'));
  });
});
