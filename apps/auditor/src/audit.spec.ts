import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FeedEntry } from '@nmirf/contracts/network/log';
import { hashOfMessage, type Message } from '@nmirf/federation/message';
import { cosign } from '@nmirf/federation/cosignature';
import { signerOf } from '@nmirf/federation/keys';
import { parseNote, signatureLine } from '@nmirf/federation/note';
import { witnessKey } from '@nmirf/federation/witness';
import { encodeEntries } from '@nmirf/federation/tiles';
import { leafHash } from '@nmirf/federation/tree';
import { leafOf, seenOf, SyntheticHub } from '../../../test/protocol/synthetic-hub.js';
import { asVerified, keyPair, SyntheticNetwork, SyntheticNode } from '../../../test/protocol/synthetic-network.js';
import { audit, type AuditOptions } from './audit.js';
import type { AuditResult } from './audit-result.js';
import { type CheckName, type Finding, findingOf } from './checks.js';

let network: SyntheticNetwork;
let hub: SyntheticHub;
let outsider: SyntheticNode;

/** A network with a fourth member, some decisions, and messages whose authors have seen what was there. */
beforeEach(() => {
  network = new SyntheticNetwork();
  outsider = new SyntheticNode('node:dd');
  network.admit(outsider);
  network.committee[0]!.seen = seenNow();
  network.say(network.committee[0]!, 'node.key.rotated.v1', network.committee[0]!.rotation('wit', 'a new witness key'));
  outsider.seen = seenNow();
  network.add(outsider.sayAny('test.note.v1', { says: 'something' }));
  network.committee[1]!.seen = seenNow();
  network.say(network.committee[1]!, 'node.key.rotated.v1', network.committee[1]!.rotation('wit', 'another witness key'));
});

afterEach(() => hub.close());

const leavesNow = (): string[] => network.log.map(({ message }, position) => leafOf(message, position));
const seenNow = (): string => seenOf(leavesNow());

const audited = async (options: Partial<AuditOptions> = {}): Promise<AuditResult> =>
  audit({ hub: await hub.listen(), known: [], onProgress: () => undefined, ...options });

const findings = ({ checks }: AuditResult): Finding[] => checks.flatMap((check) => findingOf(check) ?? []);
const resultOf = ({ checks }: AuditResult, name: CheckName) => checks.find(({ check }) => check === name)!.result;

describe('an honest hub', () => {
  it('holds in every respect', async () => {
    hub = new SyntheticHub(network.log);
    const result = await audited({ pin: (id) => id === hub.networkId });
    expect(findings(result)).toEqual([]);
    expect(result).toMatchObject({ holds: true, complete: true, size: 7, network: { id: hub.networkId, pinned: true } });
    expect(result.checks.filter(({ result: said }) => said !== 'ok').map(({ check }) => check)).toEqual(['cosignatures', 'known']);
    expect(result.members.map(({ id, messages }) => [id, messages])).toEqual([
      ['node:aa', 2],
      ['node:bb', 2],
      ['node:cc', 0],
      ['node:dd', 1],
    ]);
  });

  it('holds when its checkpoint is cosigned, and not when a cosignature is wrong', async () => {
    hub = new SyntheticHub(network.log);
    const wit = outsider.pairs.wit;
    const { text } = parseNote(hub.note);
    const line = signatureLine(cosign(text, witnessKey('node:dd', wit.publicKey.x), 1_795_443_600, signerOf('node:dd', wit).sign));
    hub.note += line;
    const result = await audited();
    expect(result).toMatchObject({ holds: true, witnesses: [{ id: 'node:dd', time: 1_795_443_600 }], witnessed: { holds: true } });
    await hub.close();
    hub = new SyntheticHub(network.log);
    hub.note += flipBase64(line, line.length - 20);
    await expectBroken({ check: 'cosignatures', reason: 'signature-invalid', position: 7, detail: 'node:dd' });
  });

  it('holds without a pin, and says so', async () => {
    hub = new SyntheticHub(network.log);
    const result = await audited();
    expect(result.holds).toBe(true);
    expect(resultOf(result, 'pin')).toBe('not-applicable');
    expect(result.remarks).toContain('unpinned');
  });
});

const flip = (text: string, at: number, bit = 1): string =>
  text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ bit) + text.slice(at + 1);

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** One bit of what a character of base64 stands for. */
const flipBase64 = (text: string, at: number): string => text.slice(0, at) + BASE64[BASE64.indexOf(text[at]!) ^ 1] + text.slice(at + 1);

const alter = (position: number, change: (entry: FeedEntry) => Partial<FeedEntry>): void => {
  hub.entries[position] = { ...hub.entries[position]!, ...change(hub.entries[position]!) };
};

/** The log with one message replaced or added, and everything the hub serves made to fit it. */
const hubWith = (...placed: readonly Message[]): SyntheticHub =>
  new SyntheticHub([...network.log, ...placed.map((message, i) => ({ position: network.size + i, message: asVerified(message) }))]);

const expectBroken = async (finding: Finding, options: Partial<AuditOptions> = {}): Promise<AuditResult> => {
  const result = await audited(options);
  expect(result.holds).toBe(false);
  expect(findings(result)).toContainEqual(expect.objectContaining(finding));
  return result;
};

describe('one flipped bit', () => {
  it.each([0, 1, 3, 6])('in the message at position %i stops there', async (position) => {
    hub = new SyntheticHub(network.log);
    alter(position, ({ jws }) => ({ jws: flip(jws!, 400) }));
    const result = await expectBroken({ check: 'messages', reason: 'message-differs', position });
    expect(result).toMatchObject({ complete: false, size: position });
    expect(resultOf(result, 'tree')).toBe('not-reached');
  });

  it('in a signature stops there, even where hub, leaf and tree stand by it', async () => {
    const message = network.committee[2]!.say('network.member.left.v1', {}, network.committee[2]!.pairs.rec);
    const [header, payload, signature] = message.jws.split('.') as [string, string, string];
    const jws = `${header}.${payload}.${flip(signature, 20)}`;
    hub = hubWith({ ...message });
    alter(7, () => ({ jws, leaf: leafOf({ ...message, hash: hashOfMessage(jws) }, 7) }));
    hub.standBy();
    await expectBroken({ check: 'signatures', reason: 'signature-invalid', position: 7 });
  });

  it.each([
    ['its form', 3, 'leaves', 'leaf-malformed'],
    ['its sender', 28, 'messages', 'names-another'],
    ['its hash', 60, 'messages', 'message-differs'],
  ] as const)('in a leaf (%s) stops there', async (_, at, check, reason) => {
    hub = new SyntheticHub(network.log);
    alter(5, ({ leaf }) => ({ leaf: at === 60 ? flipBase64(leaf, at) : flip(leaf, at) }));
    await expectBroken({ check, reason, position: 5 });
  });

  it('in a leaf’s position stops there', async () => {
    hub = new SyntheticHub(network.log);
    alter(5, () => ({ pos: 4 }));
    await expectBroken({ check: 'leaves', reason: 'other-position', position: 5, detail: '4' });
  });

  it('in a leaf’s time is found by the tile, and the tree no longer fits', async () => {
    hub = new SyntheticHub(network.log);
    alter(2, ({ leaf }) => ({ leaf: flip(leaf, leaf.length - 2) }));
    const result = await expectBroken({ check: 'tiles', reason: 'tile-differs', position: 2 });
    expect(findings(result).map(({ check }) => check)).toEqual(['seen', 'tree', 'feed', 'tiles']);
  });

  it('in a leaf’s time that even the tiles stand by is found by who saw the leaf before', async () => {
    hub = new SyntheticHub(network.log);
    alter(4, ({ leaf }) => ({ leaf: flip(leaf, leaf.length - 2) }));
    hub.stored = hub.leaves;
    const result = await expectBroken({ check: 'seen', reason: 'seen-differs', position: 5, size: 5, agreedUpTo: 4 });
    expect(findings(result)).toContainEqual(expect.objectContaining({ check: 'tree', reason: 'root-differs', position: 4, until: 6 }));
  });

  it('in a tile is found at its position', async () => {
    hub = new SyntheticHub(network.log);
    const hashes = Buffer.concat(hub.leaves.map(leafHash));
    hashes[32 * 4 + 7]! ^= 1;
    hub.answers.set('/nmirf/log1/tile/0/000.p/7', () => ({ body: hashes }));
    expect(findings(await expectBroken({ check: 'tiles', reason: 'tile-differs', position: 4 }))).toHaveLength(1);
  });

  it('in a bundle of leaves is found', async () => {
    hub = new SyntheticHub(network.log);
    const bundle = Buffer.from(encodeEntries(hub.leaves.map((leaf) => Buffer.from(leaf))));
    bundle[100]! ^= 1;
    hub.answers.set('/nmirf/log1/tile/entries/000.p/7', () => ({ body: bundle }));
    await expectBroken({ check: 'tiles', reason: 'bundle-differs', position: 0, until: 6 });
  });

  it('in the checkpoint’s signature is found', async () => {
    hub = new SyntheticHub(network.log);
    hub.note = flipBase64(hub.note, hub.note.length - 20);
    await expectBroken({ check: 'checkpoint', reason: 'signature-invalid', position: 7 });
  });

  it('in the checkpoint’s root is found twice: the tree is another, the signature wrong', async () => {
    hub = new SyntheticHub(network.log);
    hub.note = flipBase64(hub.note, hub.origin.length + 10);
    expect(resultOf(await expectBroken({ check: 'tree', reason: 'root-differs', position: 6, until: 6 }), 'checkpoint')).toBe('failed');
  });

  it('anywhere in a message or a leaf never goes unseen', async () => {
    hub = new SyntheticHub(network.log);
    const url = await hub.listen();
    for (const [position, entry] of [...hub.entries].entries()) {
      for (let at = position; at < entry.jws!.length; at += 211) {
        hub.entries[position] = { ...entry, jws: flip(entry.jws!, at, 1 << (at % 7)) };
        expect([position, at, (await audit({ hub: url, known: [], onProgress: () => undefined })).holds]).toEqual([position, at, false]);
      }
      for (let at = position; at < entry.leaf.length; at += 17) {
        hub.entries[position] = { ...entry, leaf: flip(entry.leaf, at, 1 << (at % 7)) };
        expect([position, at, (await audit({ hub: url, known: [], onProgress: () => undefined })).holds]).toEqual([position, at, false]);
      }
      hub.entries[position] = entry;
    }
    expect(await audit({ hub: url, known: [], onProgress: () => undefined })).toMatchObject({ holds: true });
  }, 30_000);

  it('anywhere in the checkpoint never goes unseen', async () => {
    hub = new SyntheticHub(network.log);
    const [url, note] = [await hub.listen(), hub.note];
    for (let at = 0; at < note.length; at += 3) {
      hub.note = flip(note, at);
      const { holds } = await audit({ hub: url, known: [], onProgress: () => undefined });
      expect([at, holds]).toEqual([at, false]);
    }
  });
});

describe('a hub that signs whatever it likes', () => {
  it('cannot pass for the network that was pinned', async () => {
    hub = new SyntheticHub(network.log);
    await expectBroken({ check: 'pin', reason: 'pin-differs', position: 0, detail: hub.networkId }, { pin: () => false });
  });

  it('cannot have somebody decide who is not on the committee', async () => {
    const subject = network.say(network.hub, 'network.status.proposed.v1', { id: 'node:bb', status: 'suspended', reason: 'none' });
    hub = hubWith(outsider.say('network.decision.v1', { subject, decision: 'approve' }));
    await expectBroken({ check: 'governance', reason: 'changes-nothing', position: 8, detail: 'not-in-committee' });
  });

  it('cannot have anybody decide twice', async () => {
    const proposal = network.say(network.hub, 'network.status.proposed.v1', { id: 'node:dd', status: 'suspended', reason: 'none' });
    network.decide(proposal, [network.committee[0]!, 'approve']);
    hub = hubWith(network.committee[0]!.say('network.decision.v1', { subject: proposal, decision: 'approve' }));
    const result = await expectBroken({ check: 'governance', reason: 'changes-nothing', position: 9, detail: 'voted-already' });
    expect(result).toMatchObject({ complete: true });
    expect(result.members.find(({ id }) => id === 'node:dd')?.status).toBe('active');
  });

  it('cannot leave a message out of a sender’s chain', async () => {
    network.committee[2]!.say('network.member.left.v1', {}, network.committee[2]!.pairs.rec);
    hub = hubWith(network.committee[2]!.say('network.member.left.v1', {}, network.committee[2]!.pairs.rec));
    await expectBroken({ check: 'chains', reason: 'sequence-gap', position: 7, detail: 'node:cc 1/2, 1/1' });
  });

  it('cannot put a message in twice', async () => {
    hub = hubWith(network.log.at(-1)!.message);
    await expectBroken({ check: 'chains', reason: 'chain-fork', position: 7 });
  });

  it('cannot let somebody publish who is suspended', async () => {
    const proposal = network.say(network.hub, 'network.status.proposed.v1', { id: 'node:cc', status: 'suspended', reason: 'none' });
    network.decide(proposal, [network.committee[0]!, 'approve'], [network.committee[1]!, 'approve']);
    hub = hubWith(network.committee[2]!.sayAny('test.note.v1', {}));
    await expectBroken({ check: 'rights', reason: 'may-not-publish', position: 10, detail: 'node:cc' });
  });

  it('cannot withhold the message of somebody who never was there', async () => {
    const stranger = new SyntheticNode('node:zz').sayAny('test.note.v1', {});
    hub = hubWith(stranger);
    alter(7, () => ({ jws: null, why: 'audience' }));
    await expectBroken({ check: 'rights', reason: 'may-not-publish', position: 7, detail: 'node:zz' });
  });

  it('cannot speak with a stranger’s key', async () => {
    hub = hubWith(network.hub.say('network.status.proposed.v1', { id: 'node:dd', status: 'suspended', reason: '' }, keyPair('a stranger')));
    await expectBroken({ check: 'signatures', reason: 'key-not-valid', position: 7, detail: 'hub' });
  });

  it('cannot turn the clock back', async () => {
    hub = new SyntheticHub(network.log);
    alter(5, () => ({ leaf: leafOf(network.log[5]!.message, 0) }));
    hub.standBy();
    await expectBroken({ check: 'times', reason: 'time-falls', position: 5 });
  });

  it('cannot show one history to a member and another to us', async () => {
    const others = [...leavesNow().slice(0, 6), leafOf(network.log[6]!.message, 99)];
    network.committee[2]!.seen = seenOf(others);
    hub = hubWith(network.committee[2]!.say('network.member.left.v1', {}, network.committee[2]!.pairs.rec));
    const result = await expectBroken({ check: 'seen', reason: 'seen-differs', position: 7, size: 7, agreedUpTo: 6 });
    expect(findings(result)).toHaveLength(1);
  });

  it('cannot take back what a member has seen', async () => {
    network.committee[2]!.seen = seenOf([...leavesNow(), 'one more', 'and another']);
    hub = hubWith(network.committee[2]!.say('network.member.left.v1', {}, network.committee[2]!.pairs.rec));
    await expectBroken({ check: 'seen', reason: 'seen-ahead', position: 7, detail: '9' });
  });

  it('cannot take back what we have seen', async () => {
    hub = new SyntheticHub(network.log);
    const [size, root] = seenNow().split(':') as [string, string];
    await expectBroken({ check: 'known', reason: 'rolled-back', size: 8 }, { known: [{ size: 8, root }] });
    await hub.close();
    hub = new SyntheticHub(network.log);
    await expectBroken({ check: 'known', reason: 'known-differs', size: 6 }, { known: [{ size: 6, root }] });
    await hub.close();
    hub = new SyntheticHub(network.log);
    expect(await audited({ known: [{ size: Number(size), root }] })).toMatchObject({ holds: true });
  });

  it('cannot promise leaves that it does not give', async () => {
    hub = new SyntheticHub(network.log);
    hub.entries.pop();
    await expectBroken({ check: 'tree', reason: 'leaf-missing', position: 6 });
  });

  it('cannot withhold the genesis, or a message without a word', async () => {
    hub = new SyntheticHub(network.log);
    alter(5, () => ({ jws: null }));
    await expectBroken({ check: 'messages', reason: 'withheld-unsaid', position: 5 });
    await hub.close();
    hub = new SyntheticHub(network.log);
    alter(0, () => ({ jws: null, why: 'erased' }));
    await expectBroken({ check: 'genesis', reason: 'genesis-missing', position: 0 });
  });

  it('cannot hide from us what changes the membership, nor pass it off as something else', async () => {
    hub = new SyntheticHub(network.log);
    alter(4, () => ({ jws: null, why: 'audience' }));
    await expectBroken({ check: 'governance', reason: 'governance-withheld', position: 4 });
    await hub.close();
    hub = new SyntheticHub(network.log);
    alter(4, ({ leaf }) => ({ leaf: leaf.replace('governance', 'message') }));
    hub.standBy();
    await expectBroken({ check: 'messages', reason: 'names-another', position: 4 });
  });

  it('withholds what it may, and its place is checked all the same', async () => {
    const [first, second] = ['one', 'two'].map((i) => outsider.sayAny('test.note.v1', { i })) as [Message, Message];
    hub = hubWith(first, second);
    alter(7, () => ({ jws: null, why: 'audience' }));
    const result = await audited();
    expect(result).toMatchObject({ holds: true, totals: { withheld: { audience: 1, withdrawn: 0, erased: 0 }, unconfirmed: 0 } });
    await hub.close();
    hub = hubWith(first, second);
    alter(8, () => ({ jws: null, why: 'audience' }));
    expect(await audited()).toMatchObject({
      holds: true,
      totals: { unconfirmed: 1, unknownTypes: 2, types: { 'network.decision.v1': 2 } },
      remarks: expect.arrayContaining(['unconfirmed']),
    });
    await hub.close();
    hub = hubWith(second, first);
    alter(7, () => ({ jws: null, why: 'erased' }));
    await expectBroken({ check: 'chains', reason: 'sequence-gap', position: 7 });
  });

  it('cannot say of itself what its log does not', async () => {
    hub = new SyntheticHub(network.log);
    hub.networkId = 'A'.repeat(43);
    await expectBroken({ check: 'description', reason: 'says-another', detail: 'networkId' });
  });
});
