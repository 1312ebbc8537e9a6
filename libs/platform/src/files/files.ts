import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type FileProgress, MAX_PART } from '@nmirf/contracts/files/file';
import { type PartQuery, SEALED_TYPE } from '@nmirf/contracts/files/sealed-file';
import type { FileTraces } from '@nmirf/contracts/files/traces';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Problem } from '../http/problem.js';
import { Blob } from './blob.entity.js';
import type { FileStore } from './file-store.js';
import { faultOfFile } from './file-type.js';
import { tracesOfFile } from './traces/traces-of-file.js';

export const FILE_STORE = Symbol('store of files');

/** Who brings a file, and how much may be kept for them, in bytes. */
export interface Bringer {
  readonly source: string;
  readonly quota: number;
  /** Whose file it is, where somebody else brings it. */
  readonly owner?: string;
  /** Something here refers to the file already. */
  readonly referenced?: boolean;
}

/** A file that comes encrypted and is kept as what it is. */
export interface Opening {
  readonly file: Pick<Blob, 'sha256' | 'size' | 'mediaType'>;
  /** Its bytes out of the encrypted ones; throws a `Problem` where these do not hold. */
  readonly open: (sealed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
}

/** A part that is not the last one: so few parts make a file that any store can list them at once. */
const MIN_PART = 64 * 1024;

/** Files that somebody has begun to bring and not finished. */
const MOST_BEGUN = 20;

/** Nothing else happens to this file until the transaction ends, in any process. */
export const lockFile = async (tx: EntityManager, sha256: string): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`file ${sha256}`]);
};

/** Takes files in by parts and gives them out. A file can be used when it has arrived whole and is what it was said to be. */
@Injectable()
export class Files {
  constructor(
    private readonly db: DataSource,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /** The whole file; undefined when it is not here. */
  async find(sha256: string): Promise<Blob | undefined> {
    return (await this.db.manager.findOneBy(Blob, { sha256 })) ?? undefined;
  }

  /** Which of these are here. */
  async among(digests: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { sha256: string }[] = await this.db.query('select sha256 from blob where sha256 = any($1)', [digests]);
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  /** Its bytes, or those from `start` up to and with `end`, as a stream. Throws `file/not-here` when the store has lost them. */
  async read(sha256: string, start?: number, end?: number): Promise<Readable> {
    const bytes = await this.store.read(sha256, start, end);
    if (!bytes) throw new Problem('file/not-here', 404);
    return bytes;
  }

  /** At most `length` of its bytes from `start` on, in memory. */
  async part(sha256: string, start: number, length: number): Promise<Buffer> {
    return buffer(await this.read(sha256, start, start + length - 1));
  }

  /** What a file tells of people beside its content, as it was found when it came; read here where that is to be done again. Undefined when it is not here. */
  async traces(sha256: string): Promise<FileTraces | undefined> {
    const whole = await this.find(sha256);
    if (!whole || whole.traces) return whole?.traces ?? undefined;
    const { mediaType } = whole;
    if (mediaType === SEALED_TYPE) return undefined;
    const traces = await this.store.onDisk(sha256, (path) => tracesOfFile(path, mediaType));
    await this.db.manager.update(Blob, { sha256 }, { traces });
    return traces;
  }

  /** What each of these files tells, by its SHA-256; those that are not here are left out. */
  async tracesOf(files: readonly { readonly sha256: string }[]): Promise<ReadonlyMap<string, FileTraces>> {
    const found = new Map<string, FileTraces>();
    for (const { sha256 } of files) {
      const traces = await this.traces(sha256);
      if (traces) found.set(sha256, traces);
    }
    return found;
  }

  /** Forgets what the store does not hold: a database that was put back may know of more than is there. */
  async forgetLost(): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query('create temporary table stored_file (sha256 text) on commit drop');
      for await (const names of this.store.kept(Number.POSITIVE_INFINITY))
        await tx.query('insert into stored_file select unnest($1::text[])', [names]);
      await tx.query(
        'delete from blob where not exists (select from stored_file stored where stored.sha256 = blob.sha256) and kept_at < now()',
      );
    });
  }

  /** How far a file has come that `source` brings; `keptAs` where it is opened when it is whole. */
  async progress(source: string, sha256: string, keptAs = sha256): Promise<FileProgress> {
    const whole = await this.find(keptAs);
    return { sha256, held: whole?.size ?? (await this.store.begun(source, sha256)), complete: whole !== undefined };
  }

  /**
   * Takes one part, at most `MAX_PART` bytes. With the last one the whole is checked: digest, type, nothing in it that runs.
   * Throws `file/offset` (409, with how much is `held`), `file/quota`, `file/digest-differs`, `file/other-type`, `file/macros` and what
   * `opening` throws.
   */
  receive(
    { source, quota, owner = source, referenced = false }: Bringer,
    sha256: string,
    { from, size, type }: PartQuery,
    bytes: Uint8Array,
    opening?: Opening,
  ): Promise<FileProgress> {
    const kept = opening?.file ?? { sha256, size, mediaType: type };
    return this.db.transaction(async (tx) => {
      await lockFile(tx, kept.sha256);
      const whole = await tx.findOneBy(Blob, { sha256: kept.sha256 });
      if (whole && (whole.size !== kept.size || whole.mediaType !== kept.mediaType)) throw new Problem('file/other-type', 422);
      if (whole) return { sha256, held: size, complete: true };
      const held = await this.store.begun(source, sha256);
      if (from !== held || !isPart(bytes.length, size - from))
        throw new Problem('file/offset', 409, {}, { retry: 'resync', members: { held } });
      if (from === 0) await this.assertRoom(tx, source, size, quota);
      const reached = await this.store.write(source, sha256, from, bytes);
      if (reached < size) return { sha256, held: reached, complete: false };
      const traces = await this.settle(source, { sha256, type }, kept, opening);
      await tx.insert(Blob, { ...kept, source: owner, referenced, keptAt: new Date(), traces });
      return { sha256, held: size, complete: true };
    });
  }

  /** Which of these files are here, just as they are described. Those that are stay until whoever asks has had time to refer to them. */
  async claim(references: readonly { readonly sha256: string; readonly size: number; readonly mediaType: string }[]): Promise<Set<string>> {
    const rows: { sha256: string }[] = await this.db.query(
      `with claimed as (
         update blob set kept_at = now(), referenced = false from json_to_recordset($1) as wanted(sha256 text, size int, "mediaType" text)
          where blob.sha256 = wanted.sha256 and blob.size = wanted.size and blob.media_type = wanted."mediaType" returning blob.sha256)
       select sha256 from claimed`,
      [JSON.stringify(references)],
    );
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  /**
   * Looks at what has arrived whole, all at once while it lies on disk: whether it may stay, and what it tells of people, which it answers.
   * What does not pass is forgotten: whoever brings it begins again.
   */
  private async settle(
    source: string,
    { sha256, type }: Pick<Blob, 'sha256'> & Pick<PartQuery, 'type'>,
    { sha256: as, mediaType }: Opening['file'],
    opening?: Opening,
  ): Promise<FileTraces | null> {
    const found: { traces: FileTraces | null } = { traces: null };
    const look = async (path: string): Promise<string | undefined> => {
      const fault = await faultOf(path, sha256, type, opening);
      if (fault === undefined && mediaType !== SEALED_TYPE) found.traces = await tracesOfFile(path, mediaType);
      return fault;
    };
    const fault = await this.store.settle(source, sha256, look, as);
    if (fault !== undefined) throw new Problem(fault, 422, {}, { retry: 'never' });
    return found.traces;
  }

  private async assertRoom(tx: EntityManager, source: string, size: number, quota: number): Promise<void> {
    const [row]: { kept: string }[] = await tx.query('select coalesce(sum(size), 0) as kept from blob where source = $1', [source]);
    const isTooMany = (await this.store.countBegun(source)) >= MOST_BEGUN;
    if (isTooMany || Number(row!.kept) + size > quota) throw new Problem('file/quota', 413, {}, { retry: 'later' });
  }
}

/** Whether so many bytes may come at once when so many are missing. */
const isPart = (bytes: number, missing: number): boolean =>
  bytes === missing ? bytes <= MAX_PART : bytes >= MIN_PART && bytes <= Math.min(MAX_PART, missing);

const faultOf = async (path: string, sha256: string, type: PartQuery['type'], opening?: Opening): Promise<string | undefined> => {
  if ((await digestOf(path)) !== sha256) return 'file/digest-differs';
  const fault = await faultOfFile(path, type);
  return fault === undefined && opening ? faultWithin(path, opening) : fault;
};

/** Puts what was encrypted in the place of its file, and looks at that. A crash in between leaves a file that begins again. */
async function faultWithin(path: string, { file, open }: Opening): Promise<string | undefined> {
  const opened = `${path}.opened`;
  try {
    await pipeline(createReadStream(path), open, createWriteStream(opened, { mode: 0o600 }));
    if ((await digestOf(opened)) !== file.sha256) return 'file/not-opened';
    await rename(opened, path);
    return await faultOfFile(path, file.mediaType);
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  } finally {
    await rm(opened, { force: true });
  }
}

const digestOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};
