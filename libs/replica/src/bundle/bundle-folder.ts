import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BundleFile, BundleManifest } from '@nmirf/contracts/network/bundle';
import { peekManifest } from '@nmirf/federation/bundle';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { Problem } from '@nmirf/platform/http/problem';
import { packer } from '../log/feed-page.js';

const MANIFEST = 'manifest.jws';

/** A bundle: a folder with a manifest and the files that it names. A file appears under its name when it is whole. */
export class BundleFolder {
  constructor(readonly path: string) {}

  /** Undefined where there is no manifest yet. Throws `file/not-understood`. */
  async manifest(): Promise<{ readonly jws: string; readonly manifest: BundleManifest } | undefined> {
    const jws = await readFile(this.file(MANIFEST), 'utf8').catch(() => undefined);
    if (jws === undefined) return undefined;
    try {
      return { jws, manifest: peekManifest(jws) };
    } catch (error) {
      if (!(error instanceof ProtocolProblem)) throw error;
      throw new Problem('file/not-understood', 422, { file: this.file(MANIFEST) });
    }
  }

  async keepManifest(jws: string): Promise<void> {
    await mkdir(this.path, { recursive: true });
    await writeFile(this.file(`${MANIFEST}.new`), jws, { mode: 0o600 });
    await rename(this.file(`${MANIFEST}.new`), this.file(MANIFEST));
  }

  /** Writes a file as its content comes, compressed when asked to; nothing of it is held in memory. */
  async write(name: string, content: AsyncIterable<Uint8Array>, isPacked: boolean): Promise<BundleFile> {
    await mkdir(this.path, { recursive: true });
    const [digest, gauge] = [createHash('sha256'), { bytes: 0 }];
    const measure = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        digest.update(chunk);
        gauge.bytes += chunk.length;
        done(null, chunk);
      },
    });
    const stages = isPacked ? [packer(), measure] : [measure];
    const unfinished = this.file(`${name}.new`);
    await pipeline([Readable.from(content, { objectMode: false }), ...stages, createWriteStream(unfinished, { mode: 0o600 })]);
    await rename(unfinished, this.file(name));
    return { name, bytes: gauge.bytes, sha256: digest.digest('base64url') };
  }

  /** The bytes of a file, as they are read. Throws `bundle/altered` behind the last one when they are not those of the manifest. */
  async *read({ name, sha256 }: BundleFile): AsyncGenerator<Buffer> {
    const digest = createHash('sha256');
    for await (const chunk of createReadStream(this.file(name)) as AsyncIterable<Buffer>) {
      digest.update(chunk);
      yield chunk;
    }
    if (digest.digest('base64url') !== sha256) throw new Problem('bundle/altered', 422, { part: name });
  }

  /** Whether a file is there in the length that the manifest names. */
  async has({ name, bytes }: BundleFile): Promise<boolean> {
    const found = await stat(this.file(name)).catch(() => undefined);
    return found?.size === bytes;
  }

  private file(name: string): string {
    return join(this.path, name);
  }
}
