import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { it } from '@jest/globals';

const folder = resolve(process.env['NMIRF_SHARED'] ?? join(dirname(fileURLToPath(import.meta.url)), '../../../shared'));

/** A file or folder of the material that stands beside the repository, or undefined where it is not there. */
export function sharedFile(path: string): string | undefined {
  const file = join(folder, path);
  return existsSync(file) ? file : undefined;
}

/** `it` where all of this material is there, and a visibly skipped test where it is not. */
export const itWith = (...paths: readonly string[]): typeof it | typeof it.skip => (paths.every(sharedFile) ? it : it.skip);

/** The bytes of a shared file. Ask inside a test made by `itWith`. */
export const readShared = (path: string): Buffer => readFileSync(join(folder, path));
/** The JSON of a shared file, as the type the caller knows it to have. */
export const readSharedJson = <Content>(path: string): Content => JSON.parse(readShared(path).toString('utf8')) as Content;
