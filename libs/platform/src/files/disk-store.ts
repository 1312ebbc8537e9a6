import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type FileStore, folderName } from './file-store.js';

/** What a missing file or folder counts as. */
const orElse =
  <Value>(value: Value) =>
  (error: unknown): Value => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return value;
    throw error;
  };

/** Files in a folder. The length of what has begun is the only account of how far it has come. */
export class DiskStore implements FileStore {
  private readonly whole: string;
  private readonly parts: string;

  constructor(folder: string) {
    this.whole = join(folder, 'whole');
    this.parts = join(folder, 'parts');
  }

  async begun(who: string, sha256: string): Promise<number> {
    return stat(this.partPath(who, sha256)).then(({ size }) => size, orElse(0));
  }

  async countBegun(who: string): Promise<number> {
    return readdir(join(this.parts, folderName(who))).then(({ length }) => length, orElse(0));
  }

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

  async settle<Fault>(
    who: string,
    sha256: string,
    faultOf: (path: string) => Promise<Fault | undefined>,
    as = sha256,
  ): Promise<Fault | undefined> {
    const part = this.partPath(who, sha256);
    const fault = await faultOf(part);
    if (fault !== undefined) await rm(part, { force: true });
    else {
      const path = this.path(as);
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
      await rename(part, path);
    }
    return fault;
  }

  onDisk<Value>(sha256: string, use: (path: string) => Promise<Value>): Promise<Value> {
    return use(this.path(sha256));
  }

  async read(sha256: string, start = 0, end?: number): Promise<Readable | undefined> {
    const file = await open(this.path(sha256)).catch(orElse(undefined));
    return file?.createReadStream({ start, ...(end !== undefined && { end }) });
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }

  /** Folders that are then empty go as well. */
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

  private path(sha256: string): string {
    return join(this.whole, sha256.slice(0, 2), sha256);
  }

  private partPath(who: string, sha256: string): string {
    return join(this.parts, folderName(who), sha256);
  }
}
