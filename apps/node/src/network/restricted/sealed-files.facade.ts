import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { checkFiles } from '@nmirf/anonymisation/resource-check';
import { type SealedFile, sealedSize } from '@nmirf/contracts/files/sealed-file';
import type { ResourceFile, ResourceInside } from '@nmirf/contracts/resources/resource';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { openedBytes, sealedBytes } from '@nmirf/federation/sealed-file';
import { Files, type Opening } from '@nmirf/platform/files/files';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';

/** A file, what it is when it is encrypted, and with what (base64url). */
export interface FileForFew {
  readonly file: ResourceFile;
  readonly sealed: SealedFile;
  readonly key: string;
}

/** The files of what was opened, each with its key. */
export const filesOf = ({ summary, keys = [] }: ResourceInside): FileForFew[] =>
  keys.flatMap(({ sha256, key }, i) => {
    const file = summary.files[i];
    return file ? [{ file, key, sealed: { sha256, size: sealedSize(file.size) } }] : [];
  });

/** Files for a few: encrypted as they leave, opened as they come. What lies here is the file itself (docs/decisions/0026). */
@Injectable()
export class SealedFilesFacade {
  constructor(private readonly files: Files) {}

  /** Chooses a key, and reads the file once to know what it will be; nothing is written. Throws `file/not-here`. */
  async seal(file: ResourceFile): Promise<FileForFew> {
    const key = randomBytes(32).toString('base64url');
    const hash = createHash('sha256');
    for await (const bytes of this.sealed(file, key)) hash.update(bytes);
    return { file, key, sealed: { sha256: hash.digest('hex'), size: sealedSize(file.size) } };
  }

  /** At most `length` bytes of the encrypted file from `start` on, made anew from the file: the same ones each time. */
  part({ file, key }: FileForFew, start: number, length: number): Promise<Buffer> {
    return buffer(this.sealed(file, key, start, start + length - 1));
  }

  /** How what comes encrypted is kept as what it is. */
  opening({ file: { sha256, size, mediaType }, key }: FileForFew): Opening {
    return { file: { sha256, size, mediaType }, open: (sealed) => opened(sealed, size, key) };
  }

  /** Whether the report accounts for the names that those of its files tell which are here, as the hub checks of what it can read. */
  async pass(said: ResourceInside): Promise<boolean> {
    return checkFiles(said, await this.files.tracesOf(said.summary.files)).length === 0;
  }

  private sealed({ sha256, size }: ResourceFile, key: string, from?: number, to?: number): AsyncIterable<Uint8Array> {
    return sealedBytes({ size, key, read: (start, end) => this.files.read(sha256, start, end) }, from, to);
  }
}

async function* opened(sealed: AsyncIterable<Uint8Array>, size: number, key: string): AsyncGenerator<Uint8Array> {
  try {
    yield* openedBytes(sealed, size, key);
  } catch (error) {
    throw error instanceof ProtocolProblem ? new Problem('file/not-opened', 422) : error;
  }
}
