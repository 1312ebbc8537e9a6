import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Whoever brings a file, as a folder's name: nobody writes into what another has begun. */
const folderName = (who: string): string => who.replaceAll(/[^a-z0-9-]/gi, '_');

/** What a missing file or folder counts as. */
const orElse =
  <Value>(value: Value) =>
  (error: unknown): Value => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return value;
    throw error;
  };

/**
 * Files on disk, each known by its SHA-256. What has not arrived whole, and been checked, stands apart under the name of whoever brings it.
 * Its length is the only account of how far it has come, so nothing is lost when a server stops in between.
 */
export class FileStore {
  private readonly whole: string;
  private readonly parts: string;

  constructor(folder: string) {
    this.whole = join(folder, 'whole');
    this.parts = join(folder, 'parts');
  }

  path(sha256: string): string {
    return join(this.whole, sha256.slice(0, 2), sha256);
  }

  partPath(who: string, sha256: string): string {
    return join(this.parts, folderName(who), sha256);
  }

  /** Bytes of a file that somebody has begun to bring. */
  async begun(who: string, sha256: string): Promise<number> {
    return stat(this.partPath(who, sha256)).then(({ size }) => size, orElse(0));
  }

  /** How many files somebody has begun to bring. */
  async countBegun(who: string): Promise<number> {
    return readdir(join(this.parts, folderName(who))).then(({ length }) => length, orElse(0));
  }

  /** Writes bytes at a place that has been reached; answers how far the file has come. */
  async write(who: string, sha256: string, from: number, bytes: Uint8Array): Promise<number> {
    const path = this.partPath(who, sha256);
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    const file = await open(path, from === 0 ? 'w' : 'r+', 0o600);
    try {
      await file.write(bytes, 0, bytes.length, from);
      await file.sync();
    } finally {
      await file.close();
    }
    return from + bytes.length;
  }

  /** The SHA-256 of what somebody has brought, read as a stream. */
  async digest(who: string, sha256: string): Promise<string> {
    const hash = createHash('sha256');
    await pipeline(createReadStream(this.partPath(who, sha256)), hash);
    return hash.digest('hex');
  }

  /** Makes a file that was checked one that can be read. */
  async keep(who: string, sha256: string): Promise<void> {
    const path = this.path(sha256);
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    await rename(this.partPath(who, sha256), path);
  }

  async drop(who: string, sha256: string): Promise<void> {
    await rm(this.partPath(who, sha256), { force: true });
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }

  has(sha256: string): Promise<boolean> {
    return stat(this.path(sha256)).then(() => true, orElse(false));
  }

  /** Removes what nobody has gone on with since `before` (Unix milliseconds), and the folders that are then empty. */
  async sweepParts(before: number): Promise<void> {
    for (const who of await readdir(this.parts).catch(orElse<string[]>([]))) {
      const folder = join(this.parts, who);
      for (const name of await readdir(folder)) {
        const path = join(folder, name);
        const { mtimeMs } = await stat(path).catch(orElse({ mtimeMs: Number.POSITIVE_INFINITY }));
        if (mtimeMs < before) await rm(path, { force: true });
      }
      await rmdir(folder).catch(() => undefined);
    }
  }

  /** The digests of all whole files older than `before`, folder by folder. */
  async *kept(before: number): AsyncGenerator<string[]> {
    for (const folder of await readdir(this.whole).catch(orElse<string[]>([]))) {
      const names = await readdir(join(this.whole, folder));
      const old: string[] = [];
      for (const name of names) {
        const { mtimeMs } = await stat(join(this.whole, folder, name)).catch(orElse({ mtimeMs: Number.POSITIVE_INFINITY }));
        if (mtimeMs < before) old.push(name);
      }
      yield old;
    }
  }
}
