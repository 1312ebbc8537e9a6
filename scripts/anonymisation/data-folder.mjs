// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of annotated sets: the flag, else ANONYMISATION_DATA, else `data/anonymisation` in the folder of material that the tests
 * know as NMIRF_SHARED. `undefined` when there is none.
 * @param {string | undefined} flag
 */
export const dataFolder = (flag) => {
  const shared = process.env['NMIRF_SHARED'];
  const folder = flag ?? process.env['ANONYMISATION_DATA'] ?? (shared && join(shared, 'data/anonymisation'));
  return folder !== undefined && existsSync(folder) ? folder : undefined;
};
