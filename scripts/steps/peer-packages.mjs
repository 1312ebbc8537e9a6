// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onceFor } from './stamp.mjs';
import { mustRun } from './terminal.mjs';

/**
 * Installs packages that only a measurement needs into a folder of their own, where they are missing; no script of theirs runs.
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} versions
 * @returns {Promise<(name: string) => Promise<any>>} brings one of them
 */
export const installPeers = async (folder, versions) => {
  await onceFor(join(folder, '.installed'), JSON.stringify(versions), async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
    // A module of that folder, for only from there do the packages resolve.
    writeFileSync(join(folder, 'load.mjs'), 'export const load = (name) => import(name);\n');
    await mustRun('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  });
  const { load } = await import(pathToFileURL(resolve(folder, 'load.mjs')).href);
  return load;
};
