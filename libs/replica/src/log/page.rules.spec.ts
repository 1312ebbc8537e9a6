import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FeedEntry } from '@nmirf/contracts/network/log';
import type { Message } from '@nmirf/federation/message';
import { Frontier } from '@nmirf/federation/tree';
import { leafOf, seenOf, SyntheticHub } from '../../../../test/protocol/synthetic-hub.js';
import { asVerified, SyntheticNetwork, SyntheticNode } from '../../../../test/protocol/synthetic-network.js';
import { type FeedPage, pageOf as readPage } from './feed-page.js';
import { type Known, verifyPage } from './page.rules.js';

let network: SyntheticNetwork;
let member: SyntheticNode;

beforeEach(() => {
  network = new SyntheticNetwork();
  member = new SyntheticNode('node:dd');
  network.admit(member);
  network.add(member.sayAny('test.note.v1', { says: 'something' }));
});

const hubWith = (...messages: readonly Message[]): SyntheticHub =>
  new SyntheticHub([...network.log, ...messages.map((message, i) => ({ position: network.size + i, message: asVerified(message) }))]);

const alter = (hub: SyntheticHub, position: number, change: (entry: FeedEntry) => Partial<FeedEntry>): void => {
  hub.entries[position] = { ...hub.entries[position]!, ...change(hub.entries[position]!) };
  hub.standBy();
};

const pageOf = (hub: SyntheticHub): FeedPage => readPage(Buffer.from(hub.page(0, 500)));

const nothing = (hub: SyntheticHub): Known => ({
  ...{ network: hub.networkId, frontier: Frontier.empty(), trust: undefined, heads: new Map(), receivedMs: 0 },
});

const expectBroken = (hub: SyntheticHub, code: string, position: number): void =>
  expect(() => verifyPage(pageOf(hub), nothing(hub))).toThrow(expect.objectContaining({ name: 'BrokenPage', code, position }));

describe('a page of the feed', () => {
  it('is taken in whole when all of it holds', () => {
    const hub = hubWith();
    const verified = verifyPage(pageOf(hub), nothing(hub));
    expect(verified.frontier.size).toBe(5);
    expect(verified.entries.map(({ source }) => source)).toEqual(['hub', 'hub', 'node:aa', 'node:bb', 'node:dd']);
  });

  it('without news has a checkpoint of the very tree that is known', () => {
    const hub = hubWith();
    const { frontier, entries } = verifyPage(pageOf(hub), nothing(hub));
    const known: Known = { ...nothing(hub), frontier, trust: network.trust, receivedMs: entries.at(-1)!.receivedMs };
    const idle = (note: string): FeedPage => ({ from: 5, next: 5, size: 5, entries: [], tail: { checkpoint: note, proof: [] } });
    expect(verifyPage(idle(hub.note), known).frontier.size).toBe(5);
    for (const leaves of [hub.leaves.slice(0, 4), [...hub.leaves.slice(0, 4), 'another leaf']])
      expect(() => verifyPage(idle(hub.checkpointOf(leaves)), known)).toThrow(
        expect.objectContaining({ code: 'proof-invalid', position: 5 }),
      );
  });

  it('may withhold what is not for this node, never what changes the membership', () => {
    const hub = hubWith();
    alter(hub, 4, () => ({ jws: null, why: 'audience' }));
    expect(verifyPage(pageOf(hub), nothing(hub)).entries[4]).toMatchObject({ why: 'audience' });
    alter(hub, 3, () => ({ jws: null, why: 'audience' }));
    expectBroken(hub, 'proof-invalid', 3);
  });

  it('does not pass a message about the membership off as something else', () => {
    const hub = hubWith();
    alter(hub, 3, ({ leaf }) => ({ leaf: leaf.replace('governance', 'message') }));
    expectBroken(hub, 'proof-invalid', 3);
  });

  it('keeps the place of a withheld message in its sender’s chain', () => {
    const [, second] = ['one', 'two'].map((i) => member.sayAny('test.note.v1', { i })) as [Message, Message];
    const hub = hubWith(second);
    alter(hub, 5, () => ({ jws: null, why: 'erased' }));
    expectBroken(hub, 'sequence-gap', 5);
  });

  it('has nothing of a member that may not publish', () => {
    const proposal = network.say(network.hub, 'network.status.proposed.v1', { id: 'node:dd', status: 'suspended', reason: 'none' });
    network.decide(proposal, [network.committee[0]!, 'approve'], [network.committee[1]!, 'approve']);
    expectBroken(hubWith(member.sayAny('test.note.v1', {})), 'node-suspended', 8);
  });

  it('has no message of somebody who saw another history', () => {
    const leaves = network.log.map(({ message }, position) => leafOf(message, position));
    member.seen = seenOf(leaves.slice(0, 4));
    const agreeing = member.sayAny('test.note.v1', { i: 1 });
    member.seen = seenOf([...leaves.slice(0, 4), 'another leaf']);
    const other = member.sayAny('test.note.v1', { i: 2 });
    expect(verifyPage(pageOf(hubWith(agreeing)), nothing(hubWith())).frontier.size).toBe(6);
    expectBroken(hubWith(agreeing, other), 'proof-invalid', 6);
    const [ahead] = network.committee as [SyntheticNode];
    ahead.seen = seenOf([...leaves, 'one more', 'and another']);
    expectBroken(hubWith(ahead.sayAny('test.note.v1', {})), 'proof-invalid', 5);
  });

  it('shows by what others saw which leaf was altered', () => {
    member.seen = seenOf(network.log.map(({ message }, position) => leafOf(message, position)));
    const hub = hubWith(member.sayAny('test.note.v1', { i: 1 }));
    alter(hub, 4, () => ({ leaf: leafOf(network.log[4]!.message, 5) }));
    expectBroken(hub, 'proof-invalid', 5);
  });

  it('has no leaf that was received before the one in front of it', () => {
    const hub = hubWith();
    alter(hub, 3, () => ({ leaf: leafOf(network.log[3]!.message, 0) }));
    expectBroken(hub, 'proof-invalid', 3);
  });
});
