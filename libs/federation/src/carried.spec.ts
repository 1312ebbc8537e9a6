import { describe, expect, it } from '@jest/globals';
import type { Envelope } from '@nmirf/contracts/network/envelope';
import { readData } from '@nmirf/contracts/network/message-types';
import { SyntheticNetwork, SyntheticNode } from '../../../test/protocol/synthetic-network.js';
import { carried, carry, isSameKey } from './carried.js';
import { openMessage, type Verified, type Message } from './message.js';
import { messageKeys } from './trust.js';

const network = new SyntheticNetwork();
const member = new SyntheticNode('node:dd');
network.admit(member);
const keys = messageKeys(network.trust, 'node:dd', network.size);
const opened = (message: Message): Verified<Message> => openMessage(message.jws, (kid) => keys.get(kid));

describe('a message that one thread hands to another', () => {
  it('says what it said', () => {
    const message = opened(member.sayAny('test.note.v1', { says: 'Participação' }));
    const travelling = structuredClone(carry(message, keys.get(message.kid)!));
    expect(carried(message.jws, travelling)).toEqual({ ...message, hash: new Uint8Array(message.hash) });
    expect(travelling.isRead).toBe(false);
  });

  it('whose data were looked at is not looked at again', () => {
    const message = opened(
      member.sayAny('practice.withdrawn.v1', { target: 'A'.repeat(43), reason: 'published-by-mistake', purge: false }),
    );
    const type = 'practice.withdrawn.v1';
    const isRight = readData({ type, data: message.envelope.data }).success;
    const told = carry(message, keys.get(message.kid)!);
    expect(told.isRead).toBe(isRight);
    const { data }: Envelope = carried(message.jws, { ...told, isRead: true }).envelope;
    expect(readData({ type, data }).data).toBe(data);
  });

  it('counts while the key is the one it was opened with', () => {
    const message = opened(member.sayAny('test.note.v1', {}));
    const key = keys.get(message.kid)!;
    const told = carry(message, key);
    expect(isSameKey(told, { ...key })).toBe(true);
    expect(isSameKey(told, undefined)).toBe(false);
    expect(isSameKey(told, { ...key, x: 'A'.repeat(43) })).toBe(false);
    expect(isSameKey(told, { ...key, use: 'rec' })).toBe(false);
  });
});

describe('the keys that may sign messages', () => {
  it('are those that are good at a position, the recovery key among them', () => {
    expect([...keys.values()].map(({ use }) => use).sort()).toEqual(['msg', 'rec']);
    expect(messageKeys(network.trust, 'node:dd', 0).size).toBe(0);
    expect(messageKeys(network.trust, 'node:unknown', network.size).size).toBe(0);
  });
});
