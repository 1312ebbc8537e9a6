// @ts-check
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { run } from './terminal.mjs';

/**
 * The first of `names` that the machine has.
 * @param {...string} names
 */
export const programOf = (...names) =>
  names
    .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((path) => existsSync(path));

const isRoot = () => process.getuid?.() === 0;

/** apt-get knows one caller at a time. @type {Promise<unknown>} */
let installing = Promise.resolve();

/**
 * Installs a Debian package where that is possible; says whether it worked.
 * @param {string} name
 * @param {(text: string) => void} [progress]
 */
export const aptInstall = async (name, progress) => {
  if (!isRoot() || !programOf('apt-get')) return false;
  const turn = installing.then(() => install(name, progress));
  installing = turn;
  return turn;
};

/** @param {string} name @param {((text: string) => void) | undefined} progress */
const install = async (name, progress) => {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, progress });
  return (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env, progress })).code === 0;
};

/** @param {number} port @returns {Promise<boolean>} whether this machine lets us listen there */
export const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
