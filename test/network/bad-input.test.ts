import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { digestOf } from '@nmirf/anonymisation/digest';
import type { ReceiptEntry } from '@nmirf/contracts/network/receipt';
import { toBase64url } from '@nmirf/federation/base64url';
import { signEd25519 } from '@nmirf/federation/crypto';
import { encodeJson, sealJws } from '@nmirf/federation/jws';
import { keyPairFromSeed, signerOf } from '@nmirf/federation/keys';
import { provePossession } from '@nmirf/federation/possession';
import { protocolProblems } from '@nmirf/federation/problems';
import { openReceipt } from '@nmirf/federation/receipt';
import { Notifications } from '@nmirf/platform/database/notifications';
import { CheckpointStore } from '@nmirf/replica/log/checkpoint-store';
import { DataSource } from 'typeorm';
import { FeedService } from '../../apps/hub/src/network/log/feed.service.js';
import { PostingLimits } from '../../apps/hub/src/network/sequencer/posting-limits.js';
import { OneHub } from '../harness/one-hub.js';
import { MESSAGES, type PlainMember } from '../harness/plain-member.js';
import { publishedPractice } from '../harness/published-practices.js';
import { whileLocked } from '../harness/table-lock.js';
import { eventually } from '../harness/waiting.js';

const HOUR_S = 3_600;
const hub = new OneHub();
const stranger = signerOf('node:zz', keyPairFromSeed(randomBytes(32)));
let member: PlainMember;
let other: PlainMember;
/** Where one more process of the hub answers. */
let elsewhere: string;

beforeAll(async () => {
  await hub.start();
  [member, other] = [await hub.member('node:ma'), await hub.member('node:pt')];
  await member.say(hub.receiptKey, member.message());
  elsewhere = await hub.second();
}, 60_000);
afterAll(() => hub.stop(), 60_000);

type Code = keyof typeof protocolProblems;

/** The problem of the protocol, whole, and nothing of what was sent. */
const problemOf = (code: Code) => ({ type: `urn:nmirf:problem:${code}`, code, ...protocolProblems[code], title: expect.any(String) });

/** `act` is refused: it is counted once, and the hub holds what it held. */
const expectRefusal = async <Answer>(code: Code, act: () => Promise<Answer>): Promise<Answer> => {
  const [holdings, counted] = [await hub.holdings(), await hub.counted(code)];
  const answer = await act();
  expect(await hub.holdings()).toEqual(holdings);
  expect(await hub.counted(code)).toBe(counted + 1);
  return answer;
};

const nowS = (): number => Math.floor(Date.now() / 1_000);
const withHeader = (change: (headers: Record<string, string>) => Record<string, string>) => () => {
  const body = Buffer.from(`${member.message()}\n`, 'latin1');
  return member.send(body, change(member.headers(body)));
};
const without = (header: string) => withHeader(({ [header]: _, ...rest }) => rest);

const REQUESTS: readonly (readonly [string, Code, () => Promise<Response>])[] = [
  ['an empty batch', 'malformed', () => member.post(Buffer.from('\n').subarray(1))],
  ['more than a hundred lines', 'too-large', () => member.post(Array.from({ length: 101 }, () => 'a.b.c'))],
  ['a body over 4 MiB', 'too-large', () => member.post(Buffer.alloc(4 * 1024 * 1024 + 1, 'a'))],
  ['a compressed body', 'media-type', withHeader((headers) => ({ ...headers, 'content-encoding': 'gzip' }))],
  ['JSON instead of lines', 'media-type', () => member.post(Buffer.from('{"a":1}'), { type: 'application/json' })],
  ['a media type nobody knows', 'media-type', () => member.post([member.message()], { type: 'text/csv' })],
  ['no signature', 'signature-missing', without('signature-input')],
  ['a signature without its input', 'signature-missing', without('signature')],
  ['no digest of the body', 'signature-invalid', without('content-digest')],
  ['a signature that was changed', 'signature-invalid', withHeader((headers) => ({ ...headers, signature: `sig=:${'A'.repeat(86)}==:` }))],
  [
    'another body than the signed one',
    'signature-invalid',
    () => {
      const headers = member.headers(Buffer.from('a.b.c\n'));
      return member.send(Buffer.from('a.b.d\n'), headers);
    },
  ],
  [
    'a signature for another media type',
    'signature-invalid',
    () => {
      const body = Buffer.from('a.b.c\n');
      return member.send(body, { ...member.headers(body, { type: 'text/plain' }), 'content-type': MESSAGES });
    },
  ],
  ['a signature good for an hour', 'signature-invalid', () => member.post(['a.b.c'], { times: { expires: nowS() + HOUR_S } })],
  ['a key nobody knows', 'key-unknown', () => member.post(['a.b.c'], { signer: stranger })],
  [
    'a known name with another key',
    'key-unknown',
    () => member.post(['a.b.c'], { signer: signerOf('node:ma', keyPairFromSeed(randomBytes(32))) }),
  ],
  ['a clock an hour behind', 'clock-skew', () => member.post(['a.b.c'], { times: { created: nowS() - HOUR_S } })],
  ['a clock an hour ahead', 'clock-skew', () => member.post(['a.b.c'], { times: { created: nowS() + HOUR_S } })],
  ['a page behind the end of the log', 'cursor-ahead', () => fetch(`${hub.url}/nmirf/v1/feed?from=99`)],
];

describe('the hub refuses a request with', () => {
  it.each(REQUESTS)('%s', async (_, code, act) => {
    const answer = await expectRefusal(code, act);
    const problem = (await answer.json()) as Record<string, unknown>;
    expect(answer.status).toBe(protocolProblems[code].status);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(problem).toMatchObject(problemOf(code));
    if (code === 'clock-skew') expect(Math.abs(Date.parse(String(problem['serverTime'])) - Date.now())).toBeLessThan(60_000);
  });

  it('a nonce that was heard, whichever process of the hub heard it', async () => {
    const body = Buffer.from(`${member.message()}\n`, 'latin1');
    const headers = member.headers(body);
    expect((await member.send(body, headers, elsewhere)).status).toBe(200);
    member.head = await headAt('node:ma');
    const answer = await expectRefusal('signature-invalid', () => member.send(body, headers));
    expect(await answer.json()).toMatchObject(problemOf('signature-invalid'));
  });
});

const headAt = async (source: string) => {
  const [row] = await hub.query<{ epoch: number; seq: number; hash: Buffer }>(
    `select epoch, seq, hash from source_head where source = '${source}'`,
  );
  return row && { ...row, hash: toBase64url(row.hash) };
};

const raw = (payload: string, header: Record<string, unknown> = {}): string =>
  sealJws(
    encodeJson({ alg: 'Ed25519', typ: 'nmirf-msg+jws', cty: 'cloudevents+json', kid: member.signer.kid, ...header }),
    payload,
    (bytes) => member.signer.sign(bytes),
  );

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });
const payload = (changes: object = {}): string => JSON.stringify({ ...member.envelope(), ...changes });
const swapped = (text: string, at: number): string => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

const LINES: readonly (readonly [string, Code, () => string])[] = [
  ['no message at all', 'malformed', () => 'this is no message'],
  ['two parts', 'malformed', () => member.message().split('.').slice(0, 2).join('.')],
  ['padding', 'malformed', () => `${member.message()}==`],
  ['no JSON inside', 'malformed', () => raw('{"specversion":')],
  ['one name twice', 'malformed', () => raw(payload().replace('{', '{"specversion":"1.0",'))],
  ['33 levels', 'malformed', () => raw(payload({ data: nested(32) }))],
  ['more than 65,535 bytes', 'too-large', () => raw(payload({ data: { text: 'a'.repeat(50_000) } }))],
  ['one more header', 'header-not-allowed', () => raw(payload(), { crit: ['b64'] })],
  ['another algorithm', 'header-not-allowed', () => raw(payload(), { alg: 'none' })],
  ['a key nobody knows', 'key-unknown', () => raw(payload(), { kid: stranger.kid })],
  ['one bit changed in what it says', 'signature-invalid', () => swapped(member.message(), 400)],
  ['one bit changed in its signature', 'signature-invalid', () => ((jws) => swapped(jws, jws.length - 40))(member.message())],
  ['the name of another member', 'key-unknown', () => raw(payload({ source: 'node:pt' }))],
  ['the message of another member', 'key-unknown', () => other.message()],
  ['a member missing', 'schema-invalid', () => raw(payload({ salt: undefined }))],
  ['a type nobody knows', 'schema-invalid', () => member.message({ type: 'practice.sung.v1' })],
  ['a type only the hub may send', 'schema-invalid', () => member.said('network.genesis.v1', {})],
  ['a schema of another version', 'schema-invalid', () => member.message({ dataschema: 'nmirf:practice/9.0' })],
  ['data that breaks its schema', 'schema-invalid', () => member.message({ data: { practice: 'a' } })],
  ['another subject than its data', 'schema-invalid', () => member.message({ subject: 'practice:other' })],
  ['readers its type does not have', 'schema-invalid', () => member.message({ aud: 'members' })],
  ['a list of readers, unencrypted', 'schema-invalid', () => member.message({ aud: ['node:pt'] })],
  ['a history nobody else has seen', 'proof-invalid', () => member.message({ seen: `1:${'A'.repeat(43)}` })],
  ['more than there is', 'stale-size', () => member.message({ seen: `99:${'A'.repeat(43)}` })],
  ['a time an hour ahead', 'clock-skew', () => member.message({ time: new Date(Date.now() + HOUR_S * 1_000).toISOString() })],
  ['a personal address in its text', 'anonymisation-refused', () => member.message(leaking())],
];

/** A practice whose title carries an address, with the digest of just this text: only the hub's own look at it can find that. */
const leaking = () => {
  const { report, ...published } = publishedPractice();
  const [title, ...others] = published.summary.title;
  const summary = { ...published.summary, title: [{ ...title!, text: 'Write to focal.point@ministry.example' }, ...others] };
  return { subject: `practice:${published.practice}`, data: { ...published, summary, report: { ...report, digest: digestOf(summary) } } };
};

describe('the hub refuses a message with', () => {
  it.each(LINES)('%s', async (_, code, line) => {
    const bad = line();
    const good = member.message();
    const receipt = await expectRefusal(code, () => member.say(hub.receiptKey, bad, good));
    expect(receipt.entries).toHaveLength(1);
    expect(receipt.entries[0]).toMatchObject({ status: 'rejected', problem: problemOf(code) });
    expect(JSON.stringify(receipt)).not.toContain('ministry.example');
  });

  it('a place further on in the chain, and says which place is next', async () => {
    const seq = member.head!.seq + 2;
    const receipt = await expectRefusal('sequence-gap', () => member.say(hub.receiptKey, member.message({ seq })));
    expect(receipt.entries).toEqual([expect.objectContaining({ status: 'gap', seq, problem: problemOf('sequence-gap') })]);
    expect(receipt.head).toEqual(await headAt('node:ma'));
  });

  it('the right place behind another message', async () => {
    const receipt = await expectRefusal('sequence-gap', () =>
      member.say(hub.receiptKey, member.message({ prev: toBase64url(randomBytes(32)) })),
    );
    expect(receipt.entries).toMatchObject([{ status: 'gap' }]);
  });

  it('two messages in the wrong order, and takes neither', async () => {
    const first = member.envelope();
    const second = member.message({ seq: first.seq + 1 });
    const receipt = await expectRefusal('sequence-gap', () => member.say(hub.receiptKey, second, member.message()));
    expect(receipt.entries).toHaveLength(1);
  });
});

describe('two members whom two processes hear at once', () => {
  const WAITING = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

  it('are given their places one behind the other, and neither has to come again', async () => {
    other.head = await headAt('node:pt');
    const [last] = await hub.query<{ size: number }>('select size::int from log_state');
    const answers: Promise<Response>[] = [];
    await whileLocked({ database: hub.database, table: 'receipt' }, async (lock) => {
      answers.push(member.post([member.message()]));
      await lock.awaited();
      answers.push(other.post([other.message()], { to: elsewhere }));
      await eventually(async () => ((await hub.query(WAITING)).length > 1 ? true : undefined));
    });
    const receipts = await Promise.all(answers.map(async (answer) => openReceipt(await (await answer).text(), () => hub.receiptKey)));
    expect(receipts.flatMap(({ entries }) => entriesOf(entries))).toEqual([
      { status: 'accepted', pos: last!.size },
      { status: 'accepted', pos: last!.size + 1 },
    ]);
    [member.head, other.head] = receipts.map(({ head }) => head);
  });
});

const entriesOf = (messages: readonly ReceiptEntry[]) => messages.map(({ status, pos }) => ({ status, pos }));

describe('readers who wait at the end of the log', () => {
  const END = 'select state.size::int from log_state state join log_checkpoint signed on signed.size = state.size';
  const page = async (at: string, from: number, wait: number) => (await fetch(`${at}/nmirf/v1/feed?from=${from}&wait=${wait}`)).text();

  it('get what comes as it stands in the log, whichever process took it', async () => {
    const size = await eventually(async () => (await hub.query<{ size: number }>(END))[0]?.size);
    const waiting = [hub.url, elsewhere].map((at) => page(at, size, 25));
    await Promise.all([hub.url, elsewhere].map((at) => page(at, 0, 0)));
    await member.say(hub.receiptKey, member.message());
    const pages = await Promise.all(waiting);
    const stored = await page(hub.url, size, 0);
    expect(pages).toEqual([stored, stored]);
    expect(stored).toContain(`"pos":${size}`);
  });

  it('hear nothing of what they have, until the hub stands by it once more', async () => {
    const [feed, notifications] = [hub.app.get(FeedService, { strict: false }), hub.app.get(Notifications, { strict: false })];
    const { size } = (await hub.app.get(CheckpointStore, { strict: false }).latest())!;
    const notify = async (told: number): Promise<void> => {
      const passed = new Promise<void>((resolve) => notifications.listen('passed', () => resolve()));
      await notifications.ready();
      await hub.query(`select pg_notify('log_grown', '${told}'), pg_notify('passed', '')`);
      await passed;
      // Whoever is woken reads before it answers.
      for (let i = 0; i < 3; i++) await feed.page({ from: 0, limit: 1, wait: 0 }, undefined);
    };
    await notify(size - 1);
    let isAnswered = false;
    const waiting = feed.page({ from: size, limit: 1, wait: 3_600 }, undefined).then(() => {
      isAnswered = true;
    });
    await notify(size);
    expect(isAnswered).toBe(false);
    await notify(size);
    await eventually(() => Promise.resolve(isAnswered || undefined));
    await waiting;
  });
});

describe('a message that comes again', () => {
  it('has the position it had, also twice in one batch', async () => {
    const line = member.message();
    const first = await member.say(hub.receiptKey, line);
    const holdings = await hub.holdings();
    const again = await member.say(hub.receiptKey, line, line);
    const position = first.entries[0]!.pos;
    expect(entriesOf(again.entries)).toEqual([
      { status: 'duplicate', pos: position },
      { status: 'duplicate', pos: position },
    ]);
    expect(await hub.holdings()).toEqual(holdings);
  });
});

describe('a member that forks', () => {
  const evidence = () =>
    hub.query<{ jws: string; proposal: string | null }>(`select jws, proposal from fork_evidence where source = 'node:ma'`);
  const forks: readonly (readonly [string, () => string])[] = [
    ['where its chain ends', () => member.message({ ...member.head!, prev: 'A'.repeat(43) })],
    ['at a place of long ago', () => member.message({ epoch: 1, seq: 1, prev: 'A'.repeat(43) })],
  ];

  it.each(forks)(
    '%s is heard no more until the committee has decided; both messages are kept and the log stays as it is',
    async (_, make) => {
      const [line, counted, size] = [make(), await hub.counted('chain-fork'), await hub.query('select size, frontier from log_state')];
      const { entries } = await member.say(hub.receiptKey, line);
      expect(entries).toMatchObject([{ status: 'fork', problem: problemOf('chain-fork') }]);
      expect(await hub.counted('chain-fork')).toBe(counted + 1);
      const answer = await member.post([member.message()]);
      expect(await answer.json()).toMatchObject(problemOf('chain-fork'));
      const subject = await eventually(
        async () => (await evidence()).find(({ jws, proposal }) => jws === line && proposal !== null)?.proposal,
      );
      expect(Number((await hub.query<{ size: string }>('select size from log_state'))[0]!.size)).toBe(
        Number((size[0] as { size: string }).size) + 1,
      );
      other.head = await headAt('node:pt');
      const decision = other.said('network.decision.v1', { subject: subject!, decision: 'reject' });
      expect((await other.say(hub.receiptKey, decision)).entries).toMatchObject([{ status: 'accepted' }]);
      expect((await member.say(hub.receiptKey, member.message())).entries).toMatchObject([{ status: 'accepted' }]);
    },
  );
});

describe('a member that was suspended', () => {
  it('may read and not publish', async () => {
    const proposal = member.said('network.status.proposed.v1', { id: 'node:pt', status: 'suspended', reason: 'A test' });
    const { entries } = await member.say(hub.receiptKey, proposal);
    expect(entries).toMatchObject([{ status: 'accepted' }]);
    await member.say(hub.receiptKey, member.said('network.decision.v1', { subject: entries[0]!.hash, decision: 'approve' }));
    const answer = await expectRefusal('node-suspended', () => other.post([other.message()]));
    expect(await answer.json()).toMatchObject(problemOf('node-suspended'));
  });

  it('may still use its recovery key', async () => {
    const rec = await hub.member('node:pt', 'rec');
    rec.head = other.head;
    const claim = { network: hub.network, id: 'node:pt' as const, nonce: 'a nonce' };
    const fresh = keyPairFromSeed(randomBytes(32));
    const possession = provePossession(claim, fresh.publicKey, (bytes) => signEd25519(fresh.seed, bytes));
    const rotation = rec.said('node.key.rotated.v1', { use: 'msg', key: fresh.publicKey, nonce: claim.nonce, possession });
    expect((await rec.say(hub.receiptKey, rotation)).entries).toMatchObject([{ status: 'accepted' }]);
    const answer = await expectRefusal('key-unknown', () => other.post([other.message()]));
    expect(await answer.json()).toMatchObject(problemOf('key-unknown'));
  });
});

describe('a node that sends too much', () => {
  it('waits for the next minute, and is told how long', async () => {
    const limits = new PostingLimits(hub.app.get(DataSource), { posts: 2, messages: 100 });
    const at = Date.parse('2026-11-24T10:00:20.000Z');
    await limits.count('node:ma', 60, at);
    await expect(limits.count('node:ma', 41, at)).rejects.toMatchObject({
      code: 'rate-limited',
      extras: { headers: { 'retry-after': '40' } },
    });
    await limits.count('node:ma', 40, at);
    await expect(limits.count('node:ma', 1, at + 39_000)).rejects.toMatchObject({ extras: { headers: { 'retry-after': '1' } } });
    await limits.count('node:pt', 100, at);
    await limits.count('node:ma', 100, at + 40_000);
  });
});

describe('a hub with its hands full', () => {
  const MAX_BODY = 4 * 1024 * 1024;

  /** A body that comes almost whole, and does not end. */
  const unfinished = () => {
    const headers = { 'content-type': MESSAGES, 'content-length': MAX_BODY };
    const body = request(`${hub.url}/nmirf/v1/messages`, { method: 'POST', headers }).on('error', () => undefined);
    body.write(Buffer.alloc(MAX_BODY - 1, 'a'));
    return body;
  };
  const answered = (status: number): Promise<Response> =>
    eventually(async () => {
      const answer = await other.post(['a.b.c']);
      return answer.status === status ? answer : undefined;
    });

  it('asks to come again later instead of holding more, and listens when others are gone', async () => {
    const refusedOtherwise = (await other.post(['a.b.c'])).status;
    const bodies = Array.from({ length: 7 * hub.processes }, unfinished);
    const answer = await answered(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(await answer.json()).toMatchObject(problemOf('overloaded'));
    for (const body of bodies) body.destroy();
    await answered(refusedOtherwise);
  });
});
