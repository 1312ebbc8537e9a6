import { access, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublicJwk } from '@nmirf/contracts/network/names';
import { randomBytes } from '@nmirf/federation/crypto';
import { type KeyPair, keyPairFromPkcs8, keyPairFromSeed, pkcs8Of } from '@nmirf/federation/keys';

/** A private key that is not where it should be, or cannot be read. Names the file, never its content. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

/** Writes a private key (PKCS#8) to a new file of mode 0600 in `folder`, and returns when the disk has it. Rejects with `EEXIST` rather than write over one. */
export const writeKeyFile = async (folder: string, name: string, pem: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(join(folder, name), 'wx', 0o600);
  await file.writeFile(pem);
  await file.sync();
  await file.close();
};

/** Private keys of one server, as PKCS#8 files of mode 0600 in one folder: `<use>.pem`, and `<use>.next.pem` for the key that follows. */
export class KeyFiles {
  constructor(private readonly folder: string) {}

  /** The key for a use. Throws `KeyFileError` when there is none. */
  async read(use: string): Promise<KeyPair> {
    const file = this.file(use);
    const pem = await readFile(file, 'utf8').catch(() => undefined);
    const pair = pem === undefined ? undefined : keyPairFromPkcs8(pem);
    if (!pair) throw new KeyFileError(`${file} ${pem === undefined ? 'cannot be read' : 'holds no Ed25519 key'}`);
    return pair;
  }

  /** The key for a use and the one that follows it, where there are such. Throws `KeyFileError` for a file that holds no key. */
  async all(use: string): Promise<KeyPair[]> {
    const names = await Promise.all([use, nextOf(use)].map(async (name) => ((await this.exists(name)) ? [name] : [])));
    return Promise.all(names.flat().map((name) => this.read(name)));
  }

  /**
   * The key that is to follow. The one that waits already is given again, until it is in force; then it takes the place of the one
   * before it, which is of no more use, and another is made.
   */
  async next(use: string, isInForce: (key: PublicJwk) => boolean): Promise<KeyPair> {
    const waiting = (await this.exists(nextOf(use))) ? await this.read(nextOf(use)) : undefined;
    if (waiting && !isInForce(waiting.publicKey)) return waiting;
    if (waiting) await rename(this.file(nextOf(use)), this.file(use));
    return this.readOrMake(nextOf(use));
  }

  /** The keys for these uses; makes the ones that are missing, and never writes over one. */
  async ensure<Use extends string>(...uses: readonly Use[]): Promise<Record<Use, KeyPair>> {
    const pairs = await Promise.all(uses.map(async (use) => [use, await this.readOrMake(use)] as const));
    return Object.fromEntries(pairs) as Record<Use, KeyPair>;
  }

  private async readOrMake(use: string): Promise<KeyPair> {
    const pair = keyPairFromSeed(randomBytes(32));
    try {
      await writeKeyFile(this.folder, fileOf(use), pkcs8Of(pair.seed));
      return pair;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      return this.read(use);
    }
  }

  private exists(use: string): Promise<boolean> {
    return access(this.file(use)).then(
      () => true,
      () => false,
    );
  }

  private file(use: string): string {
    return join(this.folder, fileOf(use));
  }
}

const fileOf = (use: string): string => `${use}.pem`;
const nextOf = (use: string): string => `${use}.next`;
