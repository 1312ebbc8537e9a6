import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Bucket, type BucketOptions } from './bucket.js';
import { type FileStore, folderName } from './file-store.js';

/** Places of parts as parts of keys, in an order that is also theirs. */
const PLACE_DIGITS = 9;

/**
 * Files in an S3-compatible bucket. Each part that arrives is an object of its own, for objects cannot grow; with the last one they are put
 * together in a folder here, looked at, and stored as one. Any process goes on with what another has begun: nothing but the bucket is shared.
 */
export class S3Store implements FileStore {
  private readonly bucket: Bucket;
  private readonly desk: string;

  constructor(options: BucketOptions, folder: string) {
    this.bucket = new Bucket(options);
    this.desk = join(folder, 'looked-at');
  }

  async begun(who: string, sha256: string): Promise<number> {
    let reached = 0;
    for (const { from, size } of await this.partsOf(who, sha256)) if (from === reached) reached += size;
    return reached;
  }

  async countBegun(who: string): Promise<number> {
    let count = 0;
    for await (const { folders } of this.bucket.list(`parts/${folderName(who)}/`, '/')) count += folders.length;
    return count;
  }

  async write(who: string, sha256: string, from: number, bytes: Uint8Array): Promise<number> {
    const key = `${partsKey(who, sha256)}${String(from).padStart(PLACE_DIGITS, '0')}`;
    await this.bucket.put(key, bytes, bytes.length, createHash('sha256').update(bytes).digest('hex'));
    return from + bytes.length;
  }

  async settle<Fault>(
    who: string,
    sha256: string,
    faultOf: (path: string) => Promise<Fault | undefined>,
    as = sha256,
  ): Promise<Fault | undefined> {
    const parts = await this.partsOf(who, sha256);
    const fault = await this.onDesk(async (path) => {
      for (const { key } of parts) await pipeline(await this.bytesOf(key), createWriteStream(path, { flags: 'a', mode: 0o600 }));
      const found = await faultOf(path);
      if (found === undefined) await this.bucket.put(wholeKey(as), createReadStream(path), (await stat(path)).size, as);
      return found;
    });
    for (const { key } of parts) await this.bucket.remove(key);
    return fault;
  }

  onDisk<Value>(sha256: string, use: (path: string) => Promise<Value>): Promise<Value> {
    return this.onDesk(async (path) => {
      await pipeline(await this.bytesOf(wholeKey(sha256)), createWriteStream(path, { mode: 0o600 }));
      return use(path);
    });
  }

  read(sha256: string, start?: number, end?: number): Promise<Readable | undefined> {
    return this.bucket.get(wholeKey(sha256), start, end);
  }

  async remove(sha256: string): Promise<void> {
    await this.bucket.remove(wholeKey(sha256));
  }

  /** A file whose last part is old goes with all its parts; so does what a process that died had on its desk. */
  async sweepParts(before: number): Promise<void> {
    const files = new Map<string, { readonly keys: string[]; modified: number }>();
    for await (const { objects } of this.bucket.list('parts/'))
      for (const { key, modified } of objects) {
        const [folder] = splitKey(key);
        const file = files.get(folder) ?? { keys: [], modified };
        file.keys.push(key);
        file.modified = Math.max(file.modified, modified);
        files.set(folder, file);
      }
    for (const { keys, modified } of files.values()) if (modified < before) for (const key of keys) await this.bucket.remove(key);
    for (const name of await readdir(this.desk).catch(() => [])) {
      const left = await stat(join(this.desk, name)).catch(() => undefined);
      if (left && left.mtimeMs < before) await rm(join(this.desk, name), { force: true });
    }
  }

  async *kept(before: number): AsyncGenerator<string[]> {
    for await (const { objects } of this.bucket.list('whole/'))
      yield objects.filter(({ modified }) => modified < before).map(({ key }) => splitKey(key)[1]);
  }

  private async partsOf(who: string, sha256: string): Promise<{ readonly key: string; readonly from: number; readonly size: number }[]> {
    const parts = [];
    for await (const { objects } of this.bucket.list(partsKey(who, sha256)))
      for (const { key, size } of objects) parts.push({ key, size, from: Number(key.slice(-PLACE_DIGITS)) });
    return parts;
  }

  private async bytesOf(key: string): Promise<Readable> {
    const bytes = await this.bucket.get(key);
    if (!bytes) throw new Error(`The store of files has lost ${key}`);
    return bytes;
  }

  /** A file of one's own for as long as it is worked on; no two processes meet in it. */
  private async onDesk<Value>(work: (path: string) => Promise<Value>): Promise<Value> {
    await mkdir(this.desk, { recursive: true, mode: 0o700 });
    const path = join(this.desk, randomUUID());
    try {
      return await work(path);
    } finally {
      await rm(path, { force: true });
    }
  }
}

const wholeKey = (sha256: string): string => `whole/${sha256.slice(0, 2)}/${sha256}`;
const partsKey = (who: string, sha256: string): string => `parts/${folderName(who)}/${sha256}/`;

/** A key's folder, and its name within. */
const splitKey = (key: string): readonly [folder: string, name: string] => {
  const at = key.lastIndexOf('/');
  return [key.slice(0, at), key.slice(at + 1)];
};
