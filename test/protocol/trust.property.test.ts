import { describe, expect, it } from '@jest/globals';
import { toBase64url } from '@nmirf/federation/base64url';
import type { Message } from '@nmirf/federation/message';
import { applyGovernance, memberList, mayPublish, type Trust, trustAt } from '@nmirf/federation/trust';
import fc from 'fast-check';
import type { Sender } from './synthetic-network.js';
import { keyPair, SyntheticNetwork, SyntheticNode } from './synthetic-network.js';

/** One thing that somebody does; whether the rules allow it is for the reducer to say. */
type Act =
  | { readonly what: 'admit' | 'again' | 'left'; readonly who: number; readonly node: number }
  | { readonly what: 'status'; readonly who: number; readonly node: number; readonly status: 'active' | 'suspended' | 'revoked' }
  | { readonly what: 'committee'; readonly who: number; readonly size: number; readonly threshold: number }
  | { readonly what: 'rotate' | 'revoke'; readonly who: number; readonly recovery: boolean; readonly at: number }
  | { readonly what: 'decide'; readonly who: number; readonly proposal: number; readonly approve: boolean };

const who = fc.nat({ max: 6 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { arbitrary: fc.record({ what: fc.constantFrom('admit', 'again', 'left' as const), who, node: who }), weight: 3 },
  {
    arbitrary: fc.record({
      what: fc.constant('status' as const),
      who,
      node: who,
      status: fc.constantFrom('active', 'suspended', 'revoked'),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      what: fc.constant('committee' as const),
      who,
      size: fc.integer({ min: 1, max: 4 }),
      threshold: fc.integer({ min: 1, max: 3 }),
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({ what: fc.constantFrom('rotate', 'revoke' as const), who, recovery: fc.boolean(), at: fc.nat({ max: 20 }) }),
    weight: 2,
  },
  { arbitrary: fc.record({ what: fc.constant('decide' as const), who, proposal: fc.nat({ max: 8 }), approve: fc.boolean() }), weight: 8 },
) as fc.Arbitrary<Act>;
const acts = fc.array(act, { maxLength: 25 });

const ids = ['node:aa', 'node:bb', 'node:cc', 'node:dd', 'node:ee', 'node:ff'] as const;

/** A network in which these things were done in this order. */
function play(list: readonly Act[], threshold = 2): SyntheticNetwork {
  const network = new SyntheticNetwork({ threshold });
  const nodes = [...network.committee, ...ids.slice(3).map((id) => new SyntheticNode(id))];
  const proposals: string[] = [];
  list.forEach((one, i) => {
    const message = messageOf(one, network, nodes, proposals, i);
    network.add(message);
    if (message.envelope.type.endsWith('.proposed.v1')) proposals.push(toBase64url(message.hash));
  });
  return network;
}

function messageOf(one: Act, { hub }: SyntheticNetwork, nodes: readonly SyntheticNode[], proposals: readonly string[], i: number): Message {
  const actor: Sender = nodes[one.who] ?? hub;
  const node = nodes[one.who] ?? nodes[0]!;
  const subject = nodes[('node' in one ? one.node : 0) % nodes.length]!;
  const reason = 'a reason';
  switch (one.what) {
    case 'admit':
      return actor.say('network.member.proposed.v1', subject.proposal());
    case 'again':
      return actor.say('network.member.proposed.v1', new SyntheticNode(subject.id, `${subject.id} again`).proposal(2));
    case 'left':
      return actor.say('network.member.left.v1', {}, node.pairs.rec);
    case 'status':
      return actor.say('network.status.proposed.v1', { id: subject.id, status: one.status, reason });
    case 'committee': {
      const thresholds = { admit: one.threshold, suspend: one.threshold, revoke: one.threshold, committee: one.threshold };
      return actor.say('network.committee.proposed.v1', { committee: ids.slice(0, one.size), thresholds, reason });
    }
    case 'rotate':
      return node.say(
        'node.key.rotated.v1',
        node.rotation('msg', `rotated ${i}`),
        one.recovery ? node.pairs.rec : keyPair(`${node.id}/msg`),
      );
    case 'revoke':
      return node.say(
        'network.key.revoked.v1',
        { kid: node.kid('msg'), distrustFrom: one.at, reason },
        one.recovery ? node.pairs.rec : node.pairs.msg,
      );
    case 'decide': {
      const hash = proposals.at(-1 - one.proposal) ?? 'B'.repeat(43);
      return actor.say('network.decision.v1', { subject: hash, decision: one.approve ? 'approve' : 'reject' });
    }
  }
}

const runs = { numRuns: 120 };
const statuses = (trust: Trust): string => JSON.stringify(memberList(trust).map(({ id, status, epoch }) => [id, status, epoch]));

describe('the membership as a function of the log', () => {
  it('is the same in every replay, and survives JSON at every step', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const { log, trust } = play(list);
        expect(trustAt(log, log.length)).toEqual(trust);
        const throughJson = log
          .slice(1)
          .reduce(
            (state, { message, position }) => JSON.parse(JSON.stringify(applyGovernance(state, message, position))) as Trust,
            trustAt(log, 0),
          );
        expect(throughJson).toEqual(trust);
      }),
      runs,
    );
  });

  it('at a position never depends on what comes later', () => {
    fc.assert(
      fc.property(acts, acts, fc.nat(), (list, more, at) => {
        const position = at % (list.length + 1);
        const [short, long] = [play(list.slice(0, position)), play([...list.slice(0, position), ...more])];
        expect(trustAt(long.log, position)).toEqual(short.trust);
      }),
      runs,
    );
  });

  it('never changes an earlier status, and only ever takes trust from earlier keys', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const { log, trust } = play(list);
        for (const { position } of log) {
          const then = trustAt(log, position);
          for (const { id, keys } of memberList(then)) {
            expect(mayPublish(trust, id, position)).toBe(mayPublish(then, id, position));
            expect(trust.members[id]!.keys.slice(0, keys.length).map(({ kid, from }) => [kid, from])).toEqual(
              keys.map(({ kid, from }) => [kid, from]),
            );
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('lets no single actor admit, suspend, restore or revoke anybody else', () => {
    fc.assert(
      fc.property(acts, who, (list, only) => {
        const alone = list.filter((one) => one.who === only && one.what !== 'left' && one.what !== 'committee');
        expect(statuses(play(alone).trust)).toBe(statuses(play([]).trust));
      }),
      runs,
    );
  });

  it('gives every accepted proposal as many different approvals as its threshold asks', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const accepted = Object.values(play(list).trust.proposals).filter(({ state }) => state === 'accepted');
        const fixed = list.some(({ what }) => what === 'committee') ? 1 : 2;
        for (const { votes } of accepted) {
          const approvals = votes.filter(({ decision }) => decision === 'approve').map(({ by }) => by);
          expect(new Set(approvals).size).toBe(approvals.length);
          expect(approvals.length).toBeGreaterThanOrEqual(fixed);
        }
      }),
      runs,
    );
  });

  it('does not depend on the order of the votes up to the leaf that decides', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), order, order, (threshold, one, other) => {
        const decided = (voters: readonly number[]) => {
          const network = new SyntheticNetwork({ committee: ['node:aa', 'node:bb', 'node:cc', 'node:dd', 'node:ee'], threshold });
          const subject = network.say(network.hub, 'network.member.proposed.v1', new SyntheticNode('node:ma').proposal());
          network.decide(subject, ...voters.slice(0, threshold).map((voter) => [network.committee[voter]!, 'approve'] as const));
          return [statuses(network.trust), network.trust.proposals[subject]!.settledAt];
        };
        expect(decided(one)).toEqual(decided(other));
        expect(decided(one)[1]).toBe(1 + threshold);
      }),
      { numRuns: 30 },
    );
  });
});
