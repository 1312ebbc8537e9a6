import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.resolve(root, process.env['NMIRF_SHARED'] ?? '../shared');

/** The path of a file that is kept beside the project, such as public test vectors; `undefined` where it is not at hand. */
export const sharedFile = (name: string): string | undefined => {
  const file = path.join(folder, name);
  return existsSync(file) ? file : undefined;
};
