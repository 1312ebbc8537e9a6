import 'reflect-metadata';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_PART, type MediaType, mediaTypeOf } from '@nmirf/contracts/files/file';
import { SEALED_TYPE } from '@nmirf/contracts/files/sealed-file';
import { openedBytes, sealedBytes } from '@nmirf/federation/sealed-file';
import { dataSourceOptions } from '@nmirf/platform/database/data-source';
import { migrate } from '@nmirf/platform/database/migrate';
import { PLATFORM_MIGRATIONS } from '@nmirf/platform/database/migrations/index';
import { PLATFORM_ENTITIES } from '@nmirf/platform/database/platform-entities';
import { Bucket } from '@nmirf/platform/files/bucket';
import { DiskStore } from '@nmirf/platform/files/disk-store';
import type { FileStore } from '@nmirf/platform/files/file-store';
import { faultOfFile } from '@nmirf/platform/files/file-type';
import { Files } from '@nmirf/platform/files/files';
import { FilesSweeper } from '@nmirf/platform/files/files-sweeper';
import { S3Store } from '@nmirf/platform/files/s3-store';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BucketServer } from '../harness/bucket-server.js';
import { zipOf } from '../harness/docx.js';
import { commentOf, exifOf, jpegOf, pngOf, xmpOf } from '../harness/photo.js';
import { freshDatabase, type TestDatabase } from '../harness/postgres.js';

const QUOTA = 20 * 1024 * 1024;
const DAY_S = 24 * 60 * 60;
const server = new BucketServer();
let [folder, database, db]: [string, TestDatabase, DataSource] = [] as never;
let store: FileStore;
let files: Files;
let sweeper: FilesSweeper;

const use = (chosen: FileStore): void => {
  store = chosen;
  files = new Files(db, store);
  sweeper = new FilesSweeper(db, store, ['select sha256 from used']);
};

beforeAll(async () => {
  Logger.overrideLogger(false);
  folder = await mkdtemp(join(tmpdir(), 'nmirf-files-'));
  database = await freshDatabase('files');
  const options = dataSourceOptions({ url: database.url, entities: PLATFORM_ENTITIES, migrations: PLATFORM_MIGRATIONS });
  db = await new DataSource(options).initialize();
  await migrate(db);
  await db.query('create table used (sha256 text)');
  await server.start();
  use(new DiskStore(folder));
}, 60_000);
afterAll(async () => {
  await server.stop();
  await db.destroy();
  await database.drop();
  await rm(folder, { recursive: true });
}, 60_000);

/** Both ways to keep files, and where each keeps a part that begins a file, and a whole one. */
const STORES = [
  {
    kind: 'on disk',
    open: () => new DiskStore(folder),
    part: (who: string, sha256: string) => join(folder, 'parts', who, sha256),
    whole: (sha256: string) => join(folder, 'whole', sha256.slice(0, 2), sha256),
  },
  {
    kind: 'in a bucket',
    open: () => new S3Store(server.options, folder),
    part: (who: string, sha256: string) => server.pathOf(`parts/${who}/${sha256}/000000000`),
    whole: (sha256: string) => server.pathOf(`whole/${sha256.slice(0, 2)}/${sha256}`),
  },
];
const textOf = async (bytes: Readable | undefined): Promise<string | undefined> => bytes && (await buffer(bytes)).toString();

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pdfOf = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);

/** Brings a file part by part. */
async function bring(bytes: Buffer, type: MediaType = 'application/pdf', source = 'node:ma', sha256 = digestOf(bytes)): Promise<string> {
  for (let from = 0; from < bytes.length; from += MAX_PART)
    await files.receive({ source, quota: QUOTA }, sha256, { from, size: bytes.length, type }, bytes.subarray(from, from + MAX_PART));
  return sha256;
}

describe.each(STORES)('a file comes in by parts $kind', ({ open, whole }) => {
  beforeAll(() => use(open()));

  it('and can be used when it is whole', async () => {
    const bytes = pdfOf(MAX_PART + 1_000);
    const [sha256, part] = [digestOf(bytes), { size: bytes.length, type: 'application/pdf' }] as const;
    const bringer = { source: 'node:ma', quota: QUOTA };
    await files.receive(bringer, sha256, { ...part, from: 0 }, bytes.subarray(0, MAX_PART));
    expect(await files.progress('node:ma', sha256)).toEqual({ sha256, held: MAX_PART, complete: false });
    expect(await files.progress('node:pt', sha256)).toEqual({ sha256, held: 0, complete: false });
    expect(await files.find(sha256)).toBeUndefined();
    const wrong = files.receive(bringer, sha256, { ...part, from: 0 }, bytes.subarray(0, 10));
    await expect(wrong).rejects.toMatchObject({ code: 'file/offset', extras: { members: { held: MAX_PART } } });
    const done = await files.receive(bringer, sha256, { ...part, from: MAX_PART }, bytes.subarray(MAX_PART));
    expect(done).toEqual({ sha256, held: bytes.length, complete: true });
    expect(existsSync(whole(sha256))).toBe(true);
    expect(digestOf(await buffer(await files.read(sha256)))).toBe(sha256);
    expect(bytes.subarray(MAX_PART - 10).equals(await files.part(sha256, MAX_PART - 10, 2_000))).toBe(true);
    // Again, by somebody else: it is here.
    expect(await files.receive({ source: 'node:pt', quota: 0 }, sha256, { ...part, from: 0 }, bytes.subarray(0, 5))).toEqual(done);
  });

  /** Brings a file encrypted, to be kept as what it is; `as` is what is said of it. */
  const bringSealed = async (bytes: Buffer, as: { readonly sha256?: string; readonly mediaType?: MediaType } = {}) => {
    const key = randomBytes(32).toString('base64url');
    const read = (start: number, end: number) => Promise.resolve(Readable.from([bytes.subarray(start, end + 1)]));
    const sealed = await buffer(sealedBytes({ size: bytes.length, key, read }));
    const file = { sha256: digestOf(bytes), size: bytes.length, mediaType: 'application/pdf', ...as } as const;
    const open = (coming: AsyncIterable<Uint8Array>) => openedBytes(coming, bytes.length, key);
    const part = { size: sealed.length, type: SEALED_TYPE } as const;
    const bringer = { source: 'hub', quota: QUOTA };
    for (let from = 0; from < sealed.length; from += MAX_PART)
      await files.receive(bringer, digestOf(sealed), { ...part, from }, sealed.subarray(from, from + MAX_PART), { file, open });
    return { sealed: digestOf(sealed), plain: file.sha256 };
  };

  it('and is not here any more when the store has lost it', async () => {
    const [lost, stays] = [await bring(pdfOf(300)), await bring(pdfOf(301))];
    await rm(whole(lost), { recursive: true });
    await files.forgetLost();
    expect(await files.find(lost)).toBeUndefined();
    expect(await files.among([lost, stays])).toEqual(new Set([stays]));
  });

  it('encrypted, and is kept as what it is', async () => {
    const bytes = pdfOf(MAX_PART + 1_000);
    const { sealed, plain } = await bringSealed(bytes);
    expect(await files.progress('hub', sealed, plain)).toEqual({ sha256: sealed, held: bytes.length, complete: true });
    expect(digestOf(await buffer(await files.read(plain)))).toBe(plain);
    expect(await files.find(plain)).toMatchObject({ size: bytes.length, mediaType: 'application/pdf' });
    expect([await files.find(sealed), existsSync(whole(sealed)), existsSync(whole(plain))]).toEqual([undefined, false, true]);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['another file than was said', () => bringSealed(pdfOf(1_000), { sha256: 'f'.repeat(64) }), 'file/not-opened'],
    ['a file of another type', () => bringSealed(pdfOf(1_000), { mediaType: 'text/plain' }), 'file/other-type'],
  ])('but is forgotten when what was encrypted is %s', async (_, act, code) => {
    await expect(act()).rejects.toMatchObject({ code, status: 422 });
    expect(await store.countBegun('hub')).toBe(0);
  });

  it.each([
    ['other bytes than were announced', () => bring(pdfOf(1_000), 'application/pdf', 'node:ma', 'a'.repeat(64)), 'file/digest-differs'],
    ['what is not what it is called', () => bring(Buffer.from('<html></html>')), 'file/other-type'],
    [
      'more than there is room for',
      () => files.receive({ source: 'node:py', quota: 99 }, 'b'.repeat(64), { from: 0, size: 100, type: 'text/csv' }, Buffer.alloc(100)),
      'file/quota',
    ],
  ])('and is refused: %s', async (_, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
    expect(await store.countBegun('node:ma')).toBe(0);
  });

  it('and no more than twenty are begun', async () => {
    const begin = (n: number) =>
      files.receive(
        { source: 'node:zz', quota: QUOTA },
        digestOf(Buffer.from(String(n))),
        { from: 0, size: QUOTA, type: 'text/csv' },
        Buffer.alloc(65_536),
      );
    for (let n = 0; n < 20; n++) await begin(n);
    await expect(begin(20)).rejects.toMatchObject({ code: 'file/quota' });
  });

  it('and none of them is small but the last', async () => {
    const part = { from: 0, size: 65_537, type: 'text/csv' } as const;
    const bring = (length: number) => files.receive({ source: 'node:tn', quota: QUOTA }, 'd'.repeat(64), part, Buffer.alloc(length));
    await expect(bring(65_535)).rejects.toMatchObject({ code: 'file/offset' });
    expect(await bring(65_536)).toMatchObject({ held: 65_536, complete: false });
  });
});

describe.each(STORES)('the sweep $kind', ({ open, part, whole }) => {
  beforeAll(() => use(open()));

  it('removes what was referred to with its last reference, and what never was after a day', async () => {
    const [used, fresh, old] = [await bring(pdfOf(100)), await bring(pdfOf(101)), await bring(pdfOf(102))];
    await db.query('insert into used values ($1)', [used]);
    await db.query(`update blob set kept_at = now() - interval '25 hours' where sha256 = any($1)`, [[used, old]]);
    await sweeper.sweep();
    expect([used, fresh, old].map((sha256) => existsSync(whole(sha256)))).toEqual([true, true, false]);
    expect(await files.find(old)).toBeUndefined();
    await db.query('delete from used');
    await sweeper.sweep();
    expect([used, fresh].map((sha256) => existsSync(whole(sha256)))).toEqual([false, true]);
  });

  it('spares what somebody has just counted on', async () => {
    const sha256 = await bring(pdfOf(103));
    await db.query(`update blob set referenced = true, kept_at = now() - interval '25 hours' where sha256 = $1`, [sha256]);
    const reference = { sha256, size: 103, mediaType: 'application/pdf' };
    expect(await files.claim([reference, { ...reference, sha256: 'c'.repeat(64) }])).toEqual(new Set([sha256]));
    expect(await files.claim([{ ...reference, size: 104 }])).toEqual(new Set());
    await sweeper.sweep();
    expect(await files.find(sha256)).toMatchObject({ source: 'node:ma' });
  });

  it('removes what was begun and left, and bytes that no table knows', async () => {
    const [left, unlisted] = [digestOf(Buffer.from('left')), digestOf(Buffer.from('whole'))];
    await store.write('node-ma', left, 0, Buffer.from('half'));
    await store.write('node-ma', unlisted, 0, Buffer.from('whole'));
    await store.settle('node-ma', unlisted, () => Promise.resolve(undefined));
    expect([await store.begun('node-ma', left), await textOf(await store.read(unlisted))]).toEqual([4, 'whole']);
    const yesterday = Date.now() / 1_000 - DAY_S - 60;
    for (const path of [part('node-ma', left), whole(unlisted)]) await utimes(path, yesterday, yesterday);
    await new FilesSweeper(db, store, []).sweep();
    expect([await store.begun('node-ma', left), await store.read(unlisted)]).toEqual([0, undefined]);
  });
});

describe('a bucket', () => {
  const [bytes, bringer] = [pdfOf(MAX_PART + 1_000), { source: 'node:ao', quota: QUOTA }];
  const sha256 = digestOf(bytes);
  const part = (from: number) =>
    [{ from, size: bytes.length, type: 'application/pdf' as const }, bytes.subarray(from, from + MAX_PART)] as const;

  it('that is away loses nothing, and another process goes on', async () => {
    use(new S3Store(server.options, folder));
    await files.receive(bringer, sha256, ...part(0));
    await server.pause();
    await expect(files.receive(bringer, sha256, ...part(MAX_PART))).rejects.toMatchObject({ code: 'file/store-away', status: 503 });
    await server.resume();
    use(new S3Store(server.options, folder));
    expect(await files.receive(bringer, sha256, ...part(MAX_PART))).toMatchObject({ complete: true });
    expect(digestOf(await buffer(await files.read(sha256)))).toBe(sha256);
    expect(await readdir(join(folder, 'looked-at'))).toEqual([]);
  });

  it('is not asked again what a file tells of people that came whole', async () => {
    const told = await bring(Buffer.from('%PDF-1.7\n<</Author(A. Reis)>>'));
    await server.pause();
    expect(await files.traces(told)).toMatchObject({ traces: [{ kind: 'author', name: 'A. Reis' }], complete: true });
    await server.resume();
  });

  it('that does not know the key is told apart from a file that is not there', async () => {
    const stranger = new S3Store({ ...server.options, secret: 'another' }, folder);
    await expect(stranger.read(sha256)).rejects.toMatchObject({ code: 'file/store-away' });
    await expect(stranger.begun('node-ao', sha256)).rejects.toMatchObject({ code: 'file/store-away' });
  });

  it('is read to the end, page by page', async () => {
    const bucket = new Bucket({ ...server.options, prefix: 'much & more/' }, 2);
    const keys = ['a/1', 'a/2', 'b/1', 'b/2 é', 'c'];
    for (const key of keys) await bucket.put(key, Buffer.from(key), Buffer.byteLength(key), digestOf(Buffer.from(key)));
    const [listed, folders]: string[][] = [[], []];
    for await (const { objects } of bucket.list('')) listed!.push(...objects.map(({ key }) => key));
    for await (const page of bucket.list('', '/')) folders!.push(...page.folders);
    expect([listed, folders]).toEqual([keys, ['a/', 'b/']]);
    expect(await textOf(await bucket.get('b/2 é'))).toBe('b/2 é');
  });
});

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const OPEN_TEXT = 'application/vnd.oasis.opendocument.text';
const word = (more: Readonly<Record<string, string>> = {}, type: string = WORD): Buffer =>
  packageOf({ '[Content_Types].xml': `<Types><Override ContentType="${type}.main+xml"/></Types>`, 'word/document.xml': '<w/>', ...more });
const packageOf = (parts: Readonly<Record<string, string>>): Buffer =>
  zipOf(Object.entries(parts).map(([name, content]) => ({ name, content })));
const openText = (more: Readonly<Record<string, string>> = {}): Buffer =>
  packageOf({ mimetype: OPEN_TEXT, 'content.xml': '<o/>', ...more });
const PNG = '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000050001';

describe('what a file is', () => {
  const faultOf = async (name: string, bytes: Buffer) => {
    await writeFile(join(folder, name), bytes);
    return faultOfFile(join(folder, name), mediaTypeOf(name)!);
  };

  it.each([
    ['a.pdf', pdfOf(100)],
    ['a.docx', word()],
    ['a.odt', openText()],
    ['a.csv', Buffer.from('term,definition\nsuivi,«متابعة»\n')],
    ['a.png', Buffer.from(PNG, 'hex')],
  ])('is right: %s', async (name, bytes) => expect(await faultOf(name, bytes)).toBeUndefined());

  it.each([
    ['a page that is called a PDF', 'b.pdf', Buffer.from('<html><script>1</script></html>'), 'file/other-type'],
    ['a program that is called text', 'b.txt', Buffer.from('MZ\u0000\u0001', 'latin1'), 'file/other-type'],
    ['text in another encoding', 'b.csv', Buffer.from([0xe9, 0x0a]), 'file/other-type'],
    ['text that ends within a character', 'c.csv', Buffer.from([0x61, 0xc3]), 'file/other-type'],
    ['an archive of anything', 'b.docx', packageOf({ 'a.txt': 'a' }), 'file/other-type'],
    ['an archive that is cut off', 'f.docx', word().subarray(0, 150), 'file/other-type'],
    ['a document with macros', 'c.docx', word({}, 'application/vnd.ms-word.document.macroEnabled'), 'file/macros'],
    ['macros under the type of a plain document', 'd.docx', word({ 'word/vbaProject.bin': 'x' }), 'file/macros'],
    ['a document that carries a program', 'e.docx', word({ 'word/embeddings/setup.EXE': 'x' }), 'file/macros'],
    ['a script of OpenDocument', 'b.odt', openText({ 'Basic/Standard/Module1.xml': '<b/>' }), 'file/macros'],
  ])('is not: %s', async (_, name, bytes, fault) => expect(await faultOf(name, bytes)).toBe(fault));
});

describe('what a file tells of people', () => {
  const tracesOf = async (name: string, bytes: Buffer) => {
    const sha256 = await bring(bytes, mediaTypeOf(name)!);
    const found = (await files.traces(sha256))!;
    expect(await files.find(sha256)).toMatchObject({ traces: found });
    // A better reader comes with a migration that forgets what the earlier one found.
    await db.query('update blob set traces = null where sha256 = $1', [sha256]);
    expect(await files.traces(sha256)).toEqual(found);
    expect(await files.find(sha256)).toMatchObject({ traces: found });
    return [...found.traces.map(({ kind, name: who }) => `${kind} ${who}`), ...(found.complete ? [] : ['and more'])];
  };
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="urn:cp"';
  const core = `<cp:coreProperties ${DC}><dc:creator>A &amp; B</dc:creator><cp:lastModifiedBy>سعاد</cp:lastModifiedBy></cp:coreProperties>`;
  const change = `<w:document ${W}><w:ins w:author="C"><w:r/></w:ins><w:del w:author="C"/></w:document>`;
  const meta = `<o:meta xmlns:o="urn:o" xmlns:m="urn:m" ${DC}><m:initial-creator>A</m:initial-creator><dc:creator>B</dc:creator></o:meta>`;
  const note = `<o:o xmlns:o="urn:o" ${DC}><o:annotation><dc:creator>C</dc:creator></o:annotation><o:change-info><dc:creator>D</dc:creator></o:change-info></o:o>`;
  const packed = deflateSync('1 0 2 40 <</Author<FEFF00DA006E0061>>> <</Subtype/Highlight/T(Notes\\040of E)>>');
  const X = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  const IPTC = 'xmlns:p="http://ns.adobe.com/photoshop/1.0/" xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"';
  const region = '<r:RegionList><rdf:Bag><rdf:li><rdf:Description r:Name="N" r:Type="Face"/></rdf:li></rdf:Bag></r:RegionList>';
  const xmp = `<rdf:RDF ${X}><rdf:Description ${IPTC} xmlns:r="http://www.metadataworkinggroup.com/schemas/regions/" p:City="Fes">
    <dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>
    <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Words</rdf:li></rdf:Alt></dc:description>
    <e:PersonInImage><rdf:Bag><rdf:li>P</rdf:li></rdf:Bag></e:PersonInImage>
    <r:Regions rdf:parseType="Resource">${region}</r:Regions></rdf:Description></rdf:RDF>`;
  const pdf = (body: string | Buffer): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(body as string)]);
  const stream = Buffer.concat([
    Buffer.from(`3 0 obj<</Type/ObjStm/Filter/FlateDecode/N 2>>stream\n`),
    packed,
    Buffer.from('\nendstream endobj'),
  ]);

  it.each<[string, Buffer, readonly string[]]>([
    ['a.docx', word(), []],
    [
      'b.docx',
      word({ 'docProps/core.xml': core, 'docProps/app.xml': '<P><Manager>M</Manager><Company>O</Company></P>' }),
      ['author A & B', 'editor سعاد', 'manager M', 'organisation O'],
    ],
    [
      'c.docx',
      word({ 'word/document.xml': change, 'word/comments.xml': `<w:comments ${W}><w:comment w:author="D"/></w:comments>` }),
      ['changes C', 'comments D'],
    ],
    ['d.docx', word({ 'docProps/core.xml': '<a><creator>A</creator><b>' }), ['author A', 'and more']],
    ['a.odt', openText({ 'meta.xml': meta, 'content.xml': note }), ['comments C', 'changes D', 'author A', 'editor B']],
    [
      'a.pdf',
      pdf('<</Author(An\\351lia \\(x\\))>> <dc:creator><rdf:Seq><rdf:li>B &lt;C</rdf:li></rdf:Seq></dc:creator>'),
      ['author Anélia (x)', 'author B <C'],
    ],
    ['b.pdf', pdf(stream), ['author Úna', 'comments Notes of E']],
    ['c.pdf', pdf('<</T(a field)/FT/Tx>> trailer<</Encrypt 5 0 R>>'), ['and more']],
    ['a.csv', Buffer.from('Author,x\n'), []],
    ['a.jpg', jpegOf(), []],
    [
      'b.jpeg',
      jpegOf(exifOf('A. Reis'), commentOf('At the door of E')),
      ['author A. Reis', 'place 34.03333, -6.83333', 'caption At the door of E'],
    ],
    ['c.jpg', jpegOf(xmpOf(xmp)), ['author A', 'author B', 'shown P', 'shown N', 'place Fes', 'caption Words']],
    ['d.jpg', jpegOf(xmpOf(`${' '.repeat(50)}<x:xmpmeta`)), ['and more']],
    ['e.jpg', Buffer.concat([jpegOf().subarray(0, 2), Buffer.from([0xff, 0xe0, 0, 4, 0, 0, 0, 0, 0, 0])]), ['and more']],
    ['a.png', pngOf(), []],
    ['b.png', pngOf(['Author', 'Ana'], ['Software', 'S']), ['author Ana']],
  ])('%s', async (name, bytes, told) => expect((await tracesOf(name, bytes)).sort()).toEqual([...told].sort()));

  it('is read in a file of many pieces, also across their edges, and remembered', async () => {
    const filler = Buffer.alloc(4 * 1024 * 1024 - 12, ' ');
    expect(await tracesOf('d.pdf', Buffer.concat([pdf(''), filler, Buffer.from('<</Author(A long name)>>'), filler]))).toEqual([
      'author A long name',
    ]);
    expect(await files.traces('0'.repeat(64))).toBeUndefined();
  });
});
