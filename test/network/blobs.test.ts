import 'reflect-metadata';
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { digestOf as digestOfSummary } from '@nmirf/anonymisation/digest';
import { MAX_PART } from '@nmirf/contracts/files/file';
import { SEALED_TYPE } from '@nmirf/contracts/files/sealed-file';
import { agreementKey } from '@nmirf/contracts/network/sealed';
import { agreementKid, sealContent } from '@nmirf/federation/sealed-content';
import { sealedBytes } from '@nmirf/federation/sealed-file';
import { OneHub } from '../harness/one-hub.js';
import type { PlainMember } from '../harness/plain-member.js';
import { digestOf, pdfOf, publishedResource, referenceTo } from '../harness/published-resources.js';
import { eventually } from '../harness/waiting.js';

const hub = new OneHub();
let [member, other]: PlainMember[] = [];

beforeAll(async () => {
  await hub.start();
  [member, other] = [await hub.member('node:ma'), await hub.member('node:pt')];
}, 60_000);
afterAll(() => hub.stop(), 60_000);

const put = (bytes: Buffer, from: number, to = bytes.length, sha256 = digestOf(bytes), by = member!) =>
  by.blob('PUT', `${sha256}?from=${from}&size=${bytes.length}&type=application/pdf`, bytes.subarray(from, to));
const codeOf = async (answer: Response): Promise<unknown> => ((await answer.json()) as { code: unknown }).code;

describe('a file at the hub', () => {
  const bytes = pdfOf(MAX_PART + 5_000);
  const sha256 = digestOf(bytes);

  it('arrives in parts, goes on where it was left, and is there when it is whole', async () => {
    expect((await put(bytes, 0, MAX_PART)).status).toBe(200);
    const begun = await member!.blob('HEAD', sha256);
    expect([begun.status, begun.headers.get('upload-offset')]).toEqual([404, String(MAX_PART)]);
    const again = await put(bytes, 0, 10);
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: 'blob-offset', retry: 'resync', held: MAX_PART });
    expect((await other!.blob('GET', sha256)).status).toBe(404);
    expect(await (await put(bytes, MAX_PART)).json()).toEqual({ sha256, held: bytes.length, complete: true });
    const whole = await other!.blob('HEAD', sha256);
    expect([whole.status, whole.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
  });

  it('is read by members in ranges, and is nothing a browser would show', async () => {
    const answer = await other!.blob('GET', sha256, undefined, { range: `bytes=${MAX_PART}-${bytes.length - 1}` });
    expect(answer.status).toBe(206);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(MAX_PART))).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename=${sha256}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect(await codeOf(await fetch(`${hub.url}/nmirf/v1/blobs/${sha256}`))).toBe('signature-missing');
  });

  it.each([
    ['other bytes than it announces', () => put(bytes.subarray(0, 100), 0, 100, 'a'.repeat(64)), 'blob-refused', 'file/digest-differs'],
    ['what it does not claim to be', () => put(Buffer.from('<html></html>'), 0), 'blob-refused', 'file/other-type'],
  ])('is refused when it is %s', async (_, act, code, why) => {
    const answer = await act();
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code, retry: 'never', errors: [{ path: 'file', code: why }] });
  });

  it.each([
    ['a part that is too large', 'too-large', () => put(pdfOf(MAX_PART + 1), 0)],
    [
      'a part that was changed on its way',
      'signature-invalid',
      async () => {
        const part = Buffer.from('%PDF-1.7 one');
        const url = `${digestOf(part)}?from=0&size=${part.length}&type=application/pdf`;
        return member!.blob('PUT', url, part, { 'content-digest': 'sha-256=:AAAA:' });
      },
    ],
    [
      'a member without a signature',
      'signature-missing',
      () =>
        fetch(`${hub.url}/nmirf/v1/blobs/${sha256}?from=0&size=9&type=text/csv`, {
          method: 'PUT',
          headers: { 'content-type': 'application/octet-stream' },
          body: 'a',
        }),
    ],
    [
      'more than a member may keep',
      'blob-quota',
      () => {
        const size = 50 * 1024 * 1024;
        return member!.blob('PUT', `${'d'.repeat(64)}?from=0&size=${size}&type=application/pdf`, Buffer.alloc(65_536));
      },
    ],
  ])('is refused: %s', async (_, code, act) => expect(await codeOf(await act())).toBe(code));

  it('of a type or size that is not taken is refused before anything is read', async () => {
    const answer = await member!.blob('PUT', `${sha256}?from=0&size=99999999999&type=text/html`, Buffer.from('a'));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'size' }, { path: 'type', code: 'field/not-a-choice' }] });
  });
});

describe('a message that refers to files', () => {
  const said = (data: ReturnType<typeof publishedResource>) =>
    member!.message({
      type: 'resource.published.v1',
      subject: `resource:${data.resource}`,
      dataschema: 'nmirf:resource/1.0',
      data: { ...data },
    });

  it('is refused while the hub does not hold them, and taken when it does', async () => {
    const bytes = pdfOf(2_000);
    const data = publishedResource([referenceTo(bytes)]);
    const [refused] = (await member!.say(hub.receiptKey, said(data))).entries;
    expect(refused).toMatchObject({ status: 'rejected', problem: { code: 'blob-missing', errors: [{ path: 'summary.files.0' }] } });
    expect((await put(bytes, 0)).status).toBe(200);
    const [accepted] = (await member!.say(hub.receiptKey, said(data))).entries;
    expect(accepted).toMatchObject({ status: 'accepted' });
  });

  it.each([
    ['a file that is called as somebody is reached', 'guide-office@example.org.pdf', 'anonymisation-refused'],
    ['a name that is a path', '../guide.pdf', 'schema-invalid'],
    ['a name of another type', 'guide.docx', 'schema-invalid'],
  ])('is refused for %s', async (_, name, code) => {
    const data = publishedResource([referenceTo(pdfOf(100))]);
    const summary = { ...data.summary, files: [{ ...data.summary.files[0]!, name }] };
    const report = { ...data.report, digest: digestOfSummary(summary) };
    const [entry] = (await member!.say(hub.receiptKey, said({ ...data, summary, report }))).entries;
    expect(entry).toMatchObject({ status: 'rejected', problem: { code } });
  });
});

describe('a file for a few', () => {
  const readers = (['node:ma', 'node:py'] as const).map((id) => {
    const key = agreementKey.parse(generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' }));
    return { id, key, kid: agreementKid(id, key) };
  });
  const sealedPdf = async (size: number): Promise<Buffer> => {
    const [bytes, key] = [pdfOf(size), randomBytes(32).toString('base64url')];
    const read = (start: number, end: number) => Promise.resolve(Readable.from([bytes.subarray(start, end + 1)]));
    return buffer(sealedBytes({ size, key, read }));
  };
  const bring = (bytes: Buffer, size = bytes.length) =>
    member!.blob('PUT', `${digestOf(bytes)}?from=0&size=${size}&type=${SEALED_TYPE}`, bytes);
  const resource = randomUUID();
  const version = async (number: number, bytes: Buffer): Promise<string> => {
    const belonging = { source: 'node:ma', subject: `resource:${resource}`, version: number, audience: readers.map(({ id }) => id) };
    const sealed = await sealContent({}, new Map(readers.map(({ kid, key }) => [kid, key])), belonging);
    const data = { resource, version: number, sealed, files: [{ sha256: digestOf(bytes), size: bytes.length }] };
    return member!.said('resource.sealed.published.v1', data, belonging.subject, belonging.audience);
  };
  const isGone = (bytes: Buffer) =>
    eventually(async () => ((await member!.blob('HEAD', digestOf(bytes))).status === 404 ? true : undefined));

  it('is carried for those it is for, and given to no other member', async () => {
    const bytes = await sealedPdf(5_000);
    const [refused] = (await member!.say(hub.receiptKey, await version(1, bytes))).entries;
    expect(refused).toMatchObject({ status: 'rejected', problem: { code: 'blob-missing', errors: [{ path: 'files.0' }] } });
    expect((await bring(bytes)).status).toBe(200);
    expect((await member!.say(hub.receiptKey, await version(1, bytes))).entries).toMatchObject([{ status: 'accepted' }]);
    await eventually(async () => ((await member!.blob('GET', digestOf(bytes))).status === 200 ? true : undefined));
    const got = await member!.blob('GET', digestOf(bytes));
    expect(bytes.equals(Buffer.from(await got.arrayBuffer()))).toBe(true);
    expect(await codeOf(await other!.blob('GET', digestOf(bytes)))).toBe('blob-unknown');

    // A later version has others, and what is taken back has none.
    const next = await sealedPdf(6_000);
    await bring(next);
    expect((await member!.say(hub.receiptKey, await version(2, next))).entries).toMatchObject([{ status: 'accepted' }]);
    await isGone(bytes);
    const withdrawn = { target: [member!.head!.hash], reason: 'outdated', purge: true };
    const words = member!.said('resource.withdrawn.v1', withdrawn, `resource:${resource}`);
    expect((await member!.say(hub.receiptKey, words)).entries).toMatchObject([{ status: 'accepted' }]);
    await isGone(next);
  });

  it('is refused when it does not begin as one, or is larger than one can be', async () => {
    expect(await (await bring(pdfOf(100))).json()).toMatchObject({ code: 'blob-refused', errors: [{ code: 'file/other-type' }] });
    expect((await bring(Buffer.from('a'), 50 * 1024 * 1024 + 20_000)).status).toBe(422);
  });
});
