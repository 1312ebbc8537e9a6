import { describe, expect, it } from '@jest/globals';
import type { NodeId } from '@nmirf/contracts/network/names';
import { trustWith } from '@nmirf/federation/awaited';
import { toBase64url } from '@nmirf/federation/base64url';
import { kidOf, signerOf } from '@nmirf/federation/keys';
import { openMessage, seal } from '@nmirf/federation/message';
import {
  applyGovernance,
  disbelieved,
  epochOf,
  explain,
  foundTrust,
  goodKeys,
  keyAt,
  keyFor,
  mayPublish,
  mayRead,
  memberList,
  openGenesis,
  statusAt,
  takedowns,
  trustAt,
} from '@nmirf/federation/trust';
import {
  asVerified,
  genesisOf,
  hubKeys,
  hubPairs,
  keyPair,
  sameThresholds,
  Sender,
  SyntheticNetwork,
  SyntheticNode,
} from './synthetic-network.js';

const ma = () => new SyntheticNode('node:ma');
const statusOf = (id: NodeId, status: 'active' | 'suspended' | 'revoked') => ({ id, status, reason: 'a reason' });

describe('the genesis', () => {
  const aa = new SyntheticNode('node:aa');
  const found = (data: object, type = 'network.genesis.v1') => {
    const hub = new Sender('hub', hubPairs().msg);
    const { jws } = seal(hub.envelope(type, data), signerOf('hub', hubPairs().msg));
    return () => foundTrust(jws);
  };
  const sound = genesisOf([aa], sameThresholds(1));

  it('founds the committee as members, and names the network by its hash', () => {
    const network = new SyntheticNetwork();
    const { hash } = network.log[0]!.message;
    expect(network.trust.networkId).toBe(toBase64url(hash));
    expect(memberList(network.trust).map(({ id, status, committee, since }) => [id, status, committee, since])).toEqual([
      ['node:aa', 'active', true, 0],
      ['node:bb', 'active', true, 0],
      ['node:cc', 'active', true, 0],
    ]);
    expect(JSON.parse(JSON.stringify(network.trust))).toEqual(network.trust);
  });

  it('is refused with keys twice, an unreachable threshold, a committee member twice, or a bad key', () => {
    const twice = { ...sound, hub: { ...sound.hub, keys: { ...sound.hub.keys, log: sound.hub.keys.receipt } } };
    const bad = { ...sound, hub: { ...sound.hub, keys: { ...sound.hub.keys, log: { ...sound.hub.keys.log, x: 'A'.repeat(43) } } } };
    const problem = (code: string) => expect.objectContaining({ code: 'schema-invalid', faults: [{ path: 'data', code }] });
    expect(found(twice)).toThrow(problem('key-in-use'));
    expect(found(bad)).toThrow(problem('bad-key'));
    expect(found({ ...sound, thresholds: sameThresholds(2) })).toThrow(problem('bad-committee'));
    expect(
      found({ ...sound, committee: [...sound.committee, { ...sound.committee[0]!, keys: new SyntheticNode('node:aa', 'other').keys }] }),
    ).toThrow(problem('bad-committee'));
  });

  it('is signed by the hub key it carries and stands first', () => {
    expect(found({ ...sound, hub: { ...sound.hub, keys: hubKeys('another hub') } })).toThrow('key-unknown');
    expect(found({})).toThrow('key-unknown');
    const hub = new Sender('hub', hubPairs().msg);
    hub.say('network.genesis.v1', sound);
    expect(() => openGenesis(hub.say('network.genesis.v1', sound).jws)).toThrow('schema-invalid');
    expect(found(sound, 'network.other.v1')).toThrow('schema-invalid');
  });

  it('lists members by their ids and knows nothing of others', () => {
    const { trust } = new SyntheticNetwork({ committee: ['node:bb', 'node:cc', 'node:aa'] });
    expect(memberList(trust).map(({ id }) => id)).toEqual(['node:aa', 'node:bb', 'node:cc']);
    expect(keyAt(trust, ma().kid('msg'), 0)).toBeUndefined();
    expect([mayPublish(trust, 'hub', 0), mayRead(trust, 'hub', 0), mayRead(trust, 'constructor', 0)]).toEqual([true, true, false]);
  });

  it('comes once', () => {
    const network = new SyntheticNetwork();
    network.say(network.hub, 'network.genesis.v1', genesisOf(network.committee, sameThresholds(1)));
    expect(network.lastIgnored).toBe('genesis-comes-first');
  });
});

describe('admission', () => {
  it('takes effect at the leaf that reaches the threshold', () => {
    const network = new SyntheticNetwork();
    const node = ma();
    const subject = network.say(network.hub, 'network.member.proposed.v1', node.proposal());
    const [a, b] = network.committee as [SyntheticNode, SyntheticNode];
    const first = network.decide(subject, [a, 'approve']);
    expect(statusAt(network.trust, node.id, first)).toBeUndefined();
    const second = network.decide(subject, [b, 'approve']);
    expect(statusAt(network.trust, node.id, second)).toBe('active');
    expect(keyAt(network.trust, node.kid('msg'), second)).toMatchObject({ use: 'msg', from: second });
    expect(keyAt(network.trust, node.kid('msg'), second - 1)).toBeUndefined();
    expect(keyAt(network.trust, node.kid('wit'), second)).toBeUndefined();
    expect(keyFor(network.trust, node.kid('wit'), second, 'wit')).toMatchObject({ x: node.keys.wit.x });
    expect(goodKeys(network.trust, node.id, 'rec', second)).toHaveLength(1);
    expect(network.trust.proposals[subject]).toMatchObject({ state: 'accepted', settledAt: second });
  });

  it('fails as soon as it cannot succeed any more', () => {
    const network = new SyntheticNetwork();
    const [a, b, c] = network.committee as [SyntheticNode, SyntheticNode, SyntheticNode];
    const subject = network.say(network.hub, 'network.member.proposed.v1', ma().proposal());
    network.decide(subject, [a, 'reject']);
    expect(network.trust.proposals[subject]!.state).toBe('open');
    const at = network.decide(subject, [b, 'reject']);
    expect(network.trust.proposals[subject]).toMatchObject({ state: 'rejected', settledAt: at });
    network.decide(subject, [c, 'approve']);
    expect(network.lastIgnored).toBe('proposal-settled');
  });

  it('refuses a proposal with taken keys, keys it does not hold, or a wrong epoch', () => {
    const network = new SyntheticNetwork();
    const propose = (data: ReturnType<SyntheticNode['proposal']>) => {
      network.say(network.hub, 'network.member.proposed.v1', data);
      return network.lastIgnored;
    };
    const sound = ma().proposal();
    expect(propose({ ...sound, keys: network.committee[0]!.keys })).toBe('key-in-use');
    expect(propose({ ...sound, keys: { ...sound.keys, wit: sound.keys.msg } })).toBe('key-in-use');
    expect(propose({ ...sound, nonce: 'another nonce' })).toBe('bad-possession');
    expect(propose({ ...sound, epoch: 2 })).toBe('wrong-epoch');
    expect(propose({ ...sound, id: 'node:aa' })).toBe('wrong-epoch');
    expect(propose({ ...sound, keys: { ...sound.keys, msg: { ...sound.keys.msg, x: 'A'.repeat(43) } } })).toBe('bad-key');
    expect(propose(sound)).toBeUndefined();
  });

  it('is void when a second proposal for the same node was faster', () => {
    const network = new SyntheticNetwork();
    const [a, b] = network.committee as [SyntheticNode, SyntheticNode];
    const slow = network.say(network.hub, 'network.member.proposed.v1', ma().proposal());
    network.decide(slow, [a, 'approve']);
    network.admit(ma());
    const at = network.decide(slow, [b, 'approve']);
    expect(network.trust.proposals[slow]).toMatchObject({ state: 'void', settledAt: at, why: 'wrong-epoch' });
  });

  it('counts one vote a committee member, and nobody else’s', () => {
    const network = new SyntheticNetwork();
    const [a] = network.committee as [SyntheticNode];
    const outsider = ma();
    network.admit(outsider);
    const subject = network.say(a, 'network.member.proposed.v1', new SyntheticNode('node:pt').proposal());
    network.decide(subject, [a, 'approve']);
    network.decide(subject, [a, 'reject']);
    expect(network.lastIgnored).toBe('voted-already');
    network.decide(subject, [outsider, 'approve']);
    expect(network.lastIgnored).toBe('not-in-committee');
    network.decide(subject, [new SyntheticNode('node:zz'), 'approve']);
    expect(network.lastIgnored).toBe('may-not-publish');
    network.say(outsider, 'network.member.proposed.v1', new SyntheticNode('node:py').proposal());
    expect(network.lastIgnored).toBe('may-not-propose');
    network.decide('B'.repeat(43), [a, 'approve']);
    expect(network.lastIgnored).toBe('unknown-proposal');
    network.decide('constructor'.padEnd(43, 'A'), [a, 'approve']);
    expect(network.lastIgnored).toBe('unknown-proposal');
    expect(network.trust.proposals[subject]!.votes).toHaveLength(1);
  });
});

describe('status', () => {
  it('suspends and restores without the say of the one concerned', () => {
    const network = new SyntheticNetwork();
    const [a, b, c] = network.committee as [SyntheticNode, SyntheticNode, SyntheticNode];
    const suspension = network.say(network.hub, 'network.status.proposed.v1', statusOf(a.id, 'suspended'));
    network.decide(suspension, [a, 'reject']);
    expect(network.lastIgnored).toBe('about-itself');
    const at = network.decide(suspension, [b, 'approve'], [c, 'approve']);
    expect([statusAt(network.trust, a.id, at), statusAt(network.trust, a.id, at + 1)]).toEqual(['active', 'suspended']);
    expect([mayPublish(network.trust, a.id, at + 1), mayRead(network.trust, a.id, at + 1)]).toEqual([false, true]);
    network.say(a, 'network.status.proposed.v1', statusOf(a.id, 'active'));
    expect(network.lastIgnored).toBe('may-not-publish');
    const restored = network.decide(network.say(b, 'network.status.proposed.v1', statusOf(a.id, 'active')), [b, 'approve'], [c, 'approve']);
    expect([statusAt(network.trust, a.id, restored), mayPublish(network.trust, a.id, restored)]).toEqual(['active', true]);
  });

  it('revokes for good, keys and all, and says why', () => {
    const network = new SyntheticNetwork();
    const [a, b] = network.committee as [SyntheticNode, SyntheticNode];
    const node = ma();
    const admitted = network.admit(node);
    const subject = network.say(a, 'network.status.proposed.v1', statusOf(node.id, 'revoked'));
    const at = network.decide(subject, [a, 'approve'], [b, 'approve']);
    expect(keyAt(network.trust, node.kid('msg'), at)).toBeDefined();
    expect(keyAt(network.trust, node.kid('msg'), at + 1)).toBeUndefined();
    expect([mayPublish(network.trust, node.id, at + 1), mayRead(network.trust, node.id, at + 1)]).toEqual([false, false]);
    expect(explain(network.trust, node.id)).toMatchObject({
      status: 'revoked',
      steps: [
        { position: admitted, what: 'admitted', proposal: { by: 'hub', votes: [{ by: a.id }, { by: b.id }] } },
        {
          position: at,
          what: 'revoked',
          proposal: {
            hash: subject,
            by: a.id,
            votes: [
              { by: a.id, position: at - 1 },
              { by: b.id, position: at },
            ],
          },
        },
      ],
    });
    expect(explain(network.trust, 'node:zz')).toBeUndefined();
    expect(explain(network.trust, a.id)!.steps).toEqual([{ position: 0, what: 'founded' }]);
  });

  it('refuses what cannot be', () => {
    const network = new SyntheticNetwork();
    const propose = (id: NodeId, status: 'active' | 'suspended' | 'revoked') => {
      network.say(network.hub, 'network.status.proposed.v1', statusOf(id, status));
      return network.lastIgnored;
    };
    const node = ma();
    network.admit(node);
    expect(propose('node:zz', 'suspended')).toBe('unknown-member');
    expect(propose(node.id, 'active')).toBe('same-status');
    network.say(node, 'network.member.left.v1', {}, node.pairs.rec);
    expect(statusAt(network.trust, node.id, network.size)).toBe('left');
    expect(propose(node.id, 'active')).toBe('not-a-member-now');
    const pilot = new SyntheticNetwork({ committee: ['node:aa'], threshold: 1 });
    pilot.say(pilot.hub, 'network.status.proposed.v1', statusOf('node:aa', 'revoked'));
    expect(pilot.lastIgnored).toBe('threshold-out-of-reach');
    pilot.say(pilot.hub, 'network.status.proposed.v1', statusOf('node:aa', 'suspended'));
    expect(pilot.lastIgnored).toBe('threshold-out-of-reach');
  });

  it('takes a member back only through a new enrolment', () => {
    const network = new SyntheticNetwork();
    network.admit(ma());
    network.say(ma(), 'network.member.left.v1', { reason: 'a reason' }, ma().pairs.rec);
    const again = new SyntheticNode('node:ma', 'new keys');
    const at = network.admit(again, 2);
    expect([statusAt(network.trust, 'node:ma', at), epochOf(network.trust, 'node:ma')]).toEqual(['active', 2]);
    expect(keyAt(network.trust, again.kid('msg'), at)).toBeDefined();
    expect(explain(network.trust, 'node:ma')!.steps.map(({ what }) => what)).toEqual(['admitted', 'left', 'enrolled-again']);
    expect([epochOf(network.trust, 'hub'), epochOf(network.trust, 'node:zz')]).toEqual([1, 1]);
  });

  it('ends by leaving with the recovery key only: a thief of the message key takes nobody out', () => {
    const network = new SyntheticNetwork();
    const node = ma();
    network.admit(node);
    network.say(node, 'network.member.left.v1', {});
    expect(network.lastIgnored).toBe('needs-recovery-key');
    expect(goodKeys(network.trust, node.id, 'rec', network.size)).toHaveLength(1);
    network.say(node, 'network.member.left.v1', {}, node.pairs.rec);
    expect(statusAt(network.trust, node.id, network.size)).toBe('left');
  });

  it('lets a suspended member use its recovery key, and no other', () => {
    const network = new SyntheticNetwork();
    const [a, b, c] = network.committee as [SyntheticNode, SyntheticNode, SyntheticNode];
    network.decide(network.say(a, 'network.status.proposed.v1', statusOf(c.id, 'suspended')), [a, 'approve'], [b, 'approve']);
    network.say(c, 'node.key.rotated.v1', c.rotation('wit', 'wit 2'));
    expect(network.lastIgnored).toBe('may-not-publish');
    network.say(c, 'node.key.rotated.v1', c.rotation('msg', 'msg 2'), c.pairs.rec);
    expect(network.lastIgnored).toBeUndefined();
    expect([mayPublish(network.trust, c.id, network.size, 'rec'), mayPublish(network.trust, c.id, network.size)]).toEqual([true, false]);
  });

  it('leaves a suspended member suspended when it enrols again', () => {
    const network = new SyntheticNetwork();
    const [a, b] = network.committee as [SyntheticNode, SyntheticNode];
    network.admit(ma());
    network.decide(network.say(a, 'network.status.proposed.v1', statusOf('node:ma', 'suspended')), [a, 'approve'], [b, 'approve']);
    const again = new SyntheticNode('node:ma', 'new keys');
    const at = network.admit(again, 2);
    expect(statusAt(network.trust, 'node:ma', at)).toBe('suspended');
    expect(keyAt(network.trust, ma().kid('msg'), at + 1)).toBeUndefined();
  });
});

describe('a takedown', () => {
  const subject = 'practice:0193a1b2-0000-4000-8000-000000000001';
  const of = (id: NodeId) => ({ id, subject, target: ['A'.repeat(43)], reason: 'personal-data' as const });

  it('is decided without the say of the author, changes no membership, and happens once', () => {
    const network = new SyntheticNetwork();
    const [a, b, c] = network.committee as [SyntheticNode, SyntheticNode, SyntheticNode];
    network.say(network.hub, 'network.takedown.v1', of('node:zz'));
    expect(network.lastIgnored).toBe('unknown-member');
    const proposal = network.say(b, 'network.takedown.v1', of(a.id));
    const members = memberList(network.trust);
    network.decide(proposal, [a, 'reject']);
    expect(network.lastIgnored).toBe('about-itself');
    network.decide(proposal, [b, 'approve']);
    expect(takedowns(network.trust)).toEqual([]);
    const position = network.decide(proposal, [c, 'approve']);
    expect(takedowns(network.trust)).toEqual([{ ...of(a.id), position }]);
    expect(memberList(network.trust)).toEqual(members);
    network.say(b, 'network.takedown.v1', of(a.id));
    expect(network.lastIgnored).toBe('taken-down-already');
    network.say(b, 'network.takedown.v1', of(c.id));
    expect(network.lastIgnored).toBeUndefined();
  });
});

describe('the committee', () => {
  it('changes as a whole', () => {
    const network = new SyntheticNetwork();
    const [a, b, c] = network.committee as [SyntheticNode, SyntheticNode, SyntheticNode];
    const node = ma();
    network.admit(node);
    const data = { committee: [a.id, node.id], thresholds: sameThresholds(2), reason: 'a reason' };
    const at = network.decide(network.say(c, 'network.committee.proposed.v1', data), [a, 'approve'], [b, 'approve']);
    expect(network.trust.committee).toEqual({ members: [a.id, node.id], thresholds: sameThresholds(2), from: at });
    expect(
      memberList(network.trust)
        .filter(({ committee }) => committee)
        .map(({ id }) => id),
    ).toEqual([a.id, node.id]);
    expect(explain(network.trust, node.id)!.steps.at(-1)).toMatchObject({ position: at, what: 'joined-committee' });
    expect(explain(network.trust, b.id)!.steps.at(-1)).toMatchObject({ position: at, what: 'left-committee' });
    network.say(b, 'network.committee.proposed.v1', data);
    expect(network.lastIgnored).toBe('may-not-propose');
  });

  it('is made of active members and can reach its thresholds', () => {
    const network = new SyntheticNetwork();
    const propose = (committee: NodeId[], thresholds = sameThresholds(1)) => {
      network.say(network.hub, 'network.committee.proposed.v1', { committee, thresholds, reason: 'a reason' });
      return network.lastIgnored;
    };
    expect(propose(['node:zz'])).toBe('bad-committee');
    expect(propose(['node:aa', 'node:aa'])).toBe('bad-committee');
    expect(propose(['node:aa'], sameThresholds(2))).toBe('bad-committee');
    expect(propose(['node:aa'])).toBeUndefined();
  });

  it('goes on without those who leave, and looks again at what is open', () => {
    const network = new SyntheticNetwork({ threshold: 3 });
    const [a, b, c] = network.committee as [SyntheticNode, SyntheticNode, SyntheticNode];
    const subject = network.say(network.hub, 'network.member.proposed.v1', ma().proposal());
    const untouched = network.say(network.hub, 'network.member.proposed.v1', new SyntheticNode('node:pt').proposal());
    network.decide(subject, [a, 'approve'], [b, 'approve']);
    network.say(c, 'network.member.left.v1', {}, c.pairs.rec);
    const at = network.size - 1;
    expect(network.trust.committee).toEqual({ members: [a.id, b.id], thresholds: sameThresholds(2), from: at });
    expect(network.trust.proposals[subject]).toMatchObject({ state: 'accepted', settledAt: at });
    expect(network.trust.proposals[untouched]).toMatchObject({ state: 'open' });
    network.say(b, 'network.member.left.v1', {}, b.pairs.rec);
    network.say(a, 'network.member.left.v1', {}, a.pairs.rec);
    expect(network.lastIgnored).toBe('threshold-out-of-reach');
  });

  it('is changed before a member is revoked without whom a threshold is out of reach', () => {
    const network = new SyntheticNetwork();
    const [a, b, c] = network.committee as [SyntheticNode, SyntheticNode, SyntheticNode];
    const change = (committee: NodeId[], thresholds: ReturnType<typeof sameThresholds>) =>
      network.say(network.hub, 'network.committee.proposed.v1', { committee, thresholds, reason: 'a reason' });
    network.decide(change([a.id, b.id, c.id], { ...sameThresholds(2), admit: 3 }), [a, 'approve'], [b, 'approve']);
    network.say(network.hub, 'network.status.proposed.v1', statusOf(c.id, 'revoked'));
    expect(network.lastIgnored).toBe('threshold-out-of-reach');
    network.decide(change([a.id, b.id, c.id], sameThresholds(2)), [a, 'approve'], [b, 'approve']);
    network.decide(network.say(network.hub, 'network.status.proposed.v1', statusOf(c.id, 'revoked')), [a, 'approve'], [b, 'approve']);
    expect(network.trust.committee.members).toEqual([a.id, b.id]);
  });

  it('counts only those who are in it now and active', () => {
    const network = new SyntheticNetwork();
    const [a, b, c] = network.committee as [SyntheticNode, SyntheticNode, SyntheticNode];
    const subject = network.say(network.hub, 'network.member.proposed.v1', ma().proposal());
    network.decide(subject, [a, 'approve']);
    network.decide(network.say(network.hub, 'network.status.proposed.v1', statusOf(a.id, 'suspended')), [b, 'approve'], [c, 'approve']);
    network.decide(subject, [b, 'approve']);
    expect(network.trust.proposals[subject]!.state).toBe('open');
    const at = network.decide(subject, [c, 'approve']);
    expect(network.trust.proposals[subject]).toMatchObject({ state: 'accepted', settledAt: at });
  });
});

describe('keys', () => {
  it('rotate at their place in the log', () => {
    const network = new SyntheticNetwork();
    const node = ma();
    network.admit(node);
    network.say(node, 'node.key.rotated.v1', node.rotation('msg', 'second'));
    const at = network.size - 1;
    const [old, next] = [node.kid('msg'), kidOf(node.id, keyPair('second').publicKey)];
    expect([keyAt(network.trust, old, at)?.to, keyAt(network.trust, old, at + 1)]).toEqual([at + 1, undefined]);
    expect([keyAt(network.trust, next, at - 1), keyAt(network.trust, next, at)?.by]).toEqual([undefined, old]);
    network.say(node, 'node.key.rotated.v1', node.rotation('wit', 'wit 2'));
    expect(network.lastIgnored).toBe('key-not-valid');
    network.say(node, 'node.key.rotated.v1', node.rotation('wit', 'wit 2'), keyPair('second'));
    expect(network.lastIgnored).toBeUndefined();
    expect(explain(network.trust, node.id)!.steps.map(({ what }) => what)).toEqual(['admitted', 'key-rotated', 'key-rotated']);
  });

  it('rotate only with possession, a new key, and the recovery key where it is its own', () => {
    const network = new SyntheticNetwork();
    const node = ma();
    network.admit(node);
    const rotate = (data: ReturnType<SyntheticNode['rotation']>, pair = node.pairs.msg) => {
      network.say(node, 'node.key.rotated.v1', data, pair);
      return network.lastIgnored;
    };
    expect(rotate({ ...node.rotation('msg', 'second'), nonce: 'another' })).toBe('bad-possession');
    expect(rotate(node.rotation('msg', 'node:aa/msg'))).toBe('key-in-use');
    expect(rotate(node.rotation('rec', 'rec 2'))).toBe('needs-recovery-key');
    expect(rotate(node.rotation('rec', 'rec 2'), node.pairs.rec)).toBeUndefined();
    expect(rotate(node.rotation('msg', 'second'), keyPair('rec 2'))).toBeUndefined();
    const hub = network.hub.say('node.key.rotated.v1', node.rotation('msg', 'third'));
    network.add(hub);
    expect(network.lastIgnored).toBe('unknown-member');
    network.say(network.hub, 'network.member.left.v1', {});
    expect(network.lastIgnored).toBe('unknown-member');
  });

  it('are revoked at once by the recovery key, with all that a thief rotated in', () => {
    const network = new SyntheticNetwork();
    const [a, b] = network.committee as [SyntheticNode, SyntheticNode];
    network.say(a, 'node.key.rotated.v1', a.rotation('wit', 'earlier'));
    const stolen = network.size;
    const subject = network.say(network.hub, 'network.member.proposed.v1', ma().proposal());
    const settled = network.say(network.hub, 'network.member.proposed.v1', new SyntheticNode('node:pt').proposal());
    network.decide(settled, [a, 'approve'], [b, 'approve']);
    network.say(a, 'node.key.rotated.v1', a.rotation('msg', 'thief'));
    network.say(a, 'network.decision.v1', { subject, decision: 'approve' }, keyPair('thief'));
    network.say(a, 'node.key.rotated.v1', a.rotation('msg', 'thief again'), keyPair('thief'));
    const revocation = { kid: a.kid('msg'), distrustFrom: stolen, reason: 'a reason' };
    network.say(a, 'network.key.revoked.v1', revocation, a.pairs.rec);
    expect(network.lastIgnored).toBeUndefined();
    const at = network.size - 1;
    const [thief, ...none] = disbelieved(network.trust, new Set([at]));
    expect([thief?.id, thief?.from.get(a.kid('msg')), none]).toEqual([a.id, stolen, []]);
    expect(thief?.from.has(a.kid('rec'))).toBe(false);
    expect(disbelieved(network.trust, new Set([stolen]))).toEqual([]);
    expect(keyAt(network.trust, a.kid('msg'), stolen - 1)).toBeDefined();
    expect(goodKeys(network.trust, a.id, 'msg', stolen)).toEqual([]);
    expect(goodKeys(network.trust, a.id, 'msg', at + 1)).toEqual([]);
    expect(goodKeys(network.trust, a.id, 'wit', at + 1)).toHaveLength(1);
    expect(network.trust.proposals[subject]!.votes).toEqual([]);
    expect(network.trust.proposals[settled]!.votes).toHaveLength(2);
    network.say(a, 'node.key.rotated.v1', a.rotation('msg', 'own again'), a.pairs.rec);
    expect(goodKeys(network.trust, a.id, 'msg', at + 2)).toMatchObject([{ x: keyPair('own again').publicKey.x }]);
  });

  it('are not revoked by the recovery key of another, nor into the future', () => {
    const network = new SyntheticNetwork();
    const [a, b] = network.committee as [SyntheticNode, SyntheticNode];
    const revoke = (kid: string, distrustFrom: number) => {
      network.say(a, 'network.key.revoked.v1', { kid, distrustFrom, reason: 'a reason' }, a.pairs.rec);
      return network.lastIgnored;
    };
    expect(revoke(b.kid('msg'), 0)).toBe('unknown-key');
    expect(revoke(kidOf(a.id, b.keys.msg), 0)).toBe('unknown-key');
    expect(revoke(a.kid('msg'), 1_000)).toBe('distrust-ahead');
    expect([revoke(a.kid('msg'), 1), revoke(a.kid('msg'), 1)]).toEqual([undefined, 'revoked-already']);
  });

  it('are revoked by the committee, the hub’s too', () => {
    const network = new SyntheticNetwork();
    const [a, b, c] = network.committee as [SyntheticNode, SyntheticNode, SyntheticNode];
    const propose = (kid: string, distrustFrom: number) =>
      network.say(a, 'network.key.revoked.v1', { kid, distrustFrom, reason: 'a reason' });
    propose(kidOf('node:aa', keyPair('nobody').publicKey), 0);
    expect(network.lastIgnored).toBe('unknown-key');
    propose(b.kid('msg'), 1_000);
    expect(network.lastIgnored).toBe('distrust-ahead');
    network.decide(propose(b.kid('msg'), 1), [a, 'approve'], [c, 'approve']);
    expect(keyAt(network.trust, b.kid('msg'), 1)).toBeUndefined();
    propose(b.kid('msg'), 1);
    expect(network.lastIgnored).toBe('revoked-already');
    network.decide(propose(b.kid('msg'), 0), [a, 'approve'], [c, 'approve']);
    expect(keyAt(network.trust, b.kid('msg'), 0)).toBeUndefined();
    propose(kidOf('hub', hubKeys().log), 1);
    expect(network.lastIgnored).toBe('hub-key-in-use');
    const hubKid = kidOf('hub', hubKeys().msg);
    network.decide(propose(hubKid, 1), [a, 'approve'], [c, 'approve']);
    expect(keyAt(network.trust, hubKid, network.size)).toBeUndefined();
    network.say(network.hub, 'network.status.proposed.v1', statusOf(a.id, 'suspended'));
    expect(network.lastIgnored).toBe('key-not-valid');
  });

  it('of the hub are replaced without its consent, and those it keeps stay', () => {
    const network = new SyntheticNetwork();
    const [a, b] = network.committee as [SyntheticNode, SyntheticNode];
    const keys = { ...hubKeys('new hub'), log: hubKeys().log };
    const data = { url: 'https://new.example', keys, reason: 'a reason' };
    const at = network.decide(network.say(a, 'network.hub.proposed.v1', data), [a, 'approve'], [b, 'approve']);
    expect(network.trust.hub.url).toBe('https://new.example');
    expect(network.trust.hub.addresses).toEqual(['https://hub.example', 'https://new.example']);
    expect(goodKeys(network.trust, 'hub', 'msg', at + 1)).toMatchObject([{ x: keys.msg.x, from: at }]);
    expect(goodKeys(network.trust, 'hub', 'log', at + 1)).toMatchObject([{ x: keys.log.x, from: 0 }]);
    const propose = (chosen: typeof keys) => {
      network.say(a, 'network.hub.proposed.v1', { ...data, keys: chosen });
      return network.lastIgnored;
    };
    expect(propose(hubKeys())).toBe('key-in-use');
    expect(propose({ ...keys, msg: keys.log })).toBe('key-in-use');
    expect(propose({ ...keys, msg: a.keys.msg })).toBe('key-in-use');
  });

  it('can be decided on before any log shows who proposed what', () => {
    const network = new SyntheticNetwork();
    const [a, b] = network.committee as [SyntheticNode, SyntheticNode];
    const data = { url: 'https://new.example', keys: hubKeys('new hub'), reason: 'a reason' };
    const proposal = a.say('network.hub.proposed.v1', data);
    const words = [a, b].map((voter) => voter.say('network.decision.v1', { subject: toBase64url(proposal.hash), decision: 'approve' }));
    const awaited = (...said: readonly { readonly jws: string }[]) =>
      trustWith(
        network.trust,
        said.map(({ jws }) => jws),
      );
    expect(Object.values(awaited(proposal, words[0]!).proposals)).toMatchObject([{ by: a.id, state: 'open', votes: [{ by: a.id }] }]);
    // Who shares no key with the hub before it does not inherit what is said at that one's address.
    expect(awaited(proposal, ...words).hub).toMatchObject({ url: 'https://new.example', addresses: ['https://new.example'] });
    const forged = proposal.jws.replace(/.{4}$/, 'AAAA');
    expect(trustWith(network.trust, [forged, 'no message'])).toBe(network.trust);
    expect(() => trustWith(undefined as never, [proposal.jws])).toThrow(TypeError);
  });
});

describe('the reducer', () => {
  it('leaves the very same object for what is no governance, and changes nothing for what it does not know', () => {
    const network = new SyntheticNetwork();
    const { hub, trust } = network;
    const other = (type: string, data: unknown) => asVerified(seal(hub.envelope(type, data), signerOf('hub', hub.signing)));
    expect(applyGovernance(trust, other('practice.published.v1', {}), 1)).toBe(trust);
    expect(applyGovernance(trust, other('network.unknown.v1', {}), 1)).toEqual({ ...trust, position: 1 });
    expect(applyGovernance(trust, other('network.decision.v1', { subject: 1 }), 1).ignored).toMatchObject([{ why: 'schema-invalid' }]);
  });

  it('refuses to go back', () => {
    const network = new SyntheticNetwork();
    expect(() => applyGovernance(network.trust, network.log[0]!.message, 0)).toThrow(RangeError);
    expect(() => trustAt([], 0)).toThrow(RangeError);
    expect(() => trustAt([{ ...network.log[0]!, position: 1 }], 1)).toThrow(RangeError);
  });

  it('remembers the last thousand messages that broke a rule', () => {
    const network = new SyntheticNetwork({ committee: ['node:aa'], threshold: 1 });
    const message = asVerified(network.committee[0]!.say('network.decision.v1', { subject: 'B'.repeat(43), decision: 'approve' }));
    let { trust } = network;
    for (let position = 1; position <= 1_002; position++) trust = applyGovernance(trust, message, position);
    expect([trust.ignored.length, trust.ignored[0]!.position]).toEqual([1_000, 3]);
  });

  it('keeps at most 500 open proposals of one proposer', () => {
    const network = new SyntheticNetwork();
    const propose = (by: Sender, reason: string) =>
      network.say(by, 'network.status.proposed.v1', { id: 'node:cc', status: 'suspended', reason });
    const [first] = Array.from({ length: 500 }, (_, i) => propose(network.hub, `${i}`));
    propose(network.hub, 'one too many');
    expect(network.lastIgnored).toBe('too-many-open');
    propose(network.committee[0]!, 'of somebody else');
    expect(network.lastIgnored).toBeUndefined();
    network.decide(first!, [network.committee[0]!, 'reject']);
    propose(network.hub, 'in place of the one that was turned down');
    expect(network.lastIgnored).toBeUndefined();
  });

  it('lets the recovery key sign nothing but rotation, revocation and leaving', () => {
    const node = ma();
    const open = (type: 'network.decision.v1' | 'node.key.rotated.v1') =>
      openMessage(seal(node.envelope(type, {}), signerOf(node.id, node.pairs.rec)).jws, () => ({ x: node.keys.rec.x, use: 'rec' }));
    expect(() => open('network.decision.v1')).toThrow('key-unknown');
    expect(open('node.key.rotated.v1').kid).toBe(node.kid('rec'));
  });
});
