// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startFront } from './front.mjs';
import { HEAP } from './heap.mjs';
import { environmentOf, logOf, urlOf } from './network.mjs';
import { mustRun, Refusal } from './terminal.mjs';

/** @typedef {import('./network.mjs').Server} Server */
/** @typedef {import('./network.mjs').Place} Place */
/** @typedef {ReturnType<typeof import('./texts.mjs').texts>} Texts */

const READY_WITHIN = 60;

/** @param {string} url */
const isReady = async (url) => {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
};

/** What several processes of the hub are, beside whom the front hands requests to; each listens at its offset. */
const PARTS = /** @type {const} */ ([
  ['main', 80],
  ['main', 81],
  ['worker', 82],
  ['worker', 83],
]);

/** @param {Place} place @param {Server} server */
const lastLines = (place, server) => readFileSync(logOf(place, server), 'utf8').trimEnd().split('\n').slice(-12).join('\n');

/**
 * Starts one server as four processes behind one address: two that serve and two that work.
 * @param {Place} place @param {Server} server @param {Texts} t
 */
export const startProcesses = async (place, server, t) => {
  const started = await Promise.all(
    PARTS.map(([ROLE, offset]) => startServer(place, server, t, { ROLE, PORT: String(place.portBase + offset) })),
  );
  const serving = PARTS.filter(([role]) => role === 'main').map(([, offset]) => place.portBase + offset);
  const front = await startFront(place.portBase + server.offset, serving);
  const stop = async () => {
    await front.stop();
    await Promise.all(started.map((part) => part.stop()));
  };
  return { name: server.name, stop };
};

/**
 * Starts one server, or one process of it in other surroundings, and waits until it is ready.
 * @param {Place} place @param {Server} server @param {Texts} t @param {Record<string, string>} [part]
 */
export const startServer = async (place, server, t, part = {}) => {
  const main = `apps/${server.app}/dist/main.js`;
  if (!existsSync(main)) throw new Refusal(t('notBuilt', { file: main }));
  mkdirSync(dirname(logOf(place, server)), { recursive: true });
  const output = openSync(logOf(place, server), 'a');
  const child = spawn('node', [...HEAP, main], {
    env: { ...process.env, ...environmentOf(place, server), ...part },
    stdio: ['ignore', output, output],
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(late);
  };
  const deadline = performance.now() + READY_WITHIN * 1000;
  const url = part.PORT ? `http://127.0.0.1:${part.PORT}` : urlOf(place, server);
  while (!(await isReady(url))) {
    const about = { name: t(server.name), log: logOf(place, server), seconds: READY_WITHIN };
    if (child.exitCode !== null) throw new Refusal(`${t('serverDied', about)}\n${lastLines(place, server)}`);
    if (performance.now() > deadline) {
      await stop();
      throw new Refusal(`${t('serverSilent', about)}\n${lastLines(place, server)}`);
    }
    await pause(100);
  }
  return { name: server.name, stop, ended };
};

/**
 * One command of a server's own command line, in that server's environment; what it prints as JSON.
 * @param {Place} place @param {Server} server @param {readonly string[]} args
 * @param {{ input?: string, json?: boolean }} [options]
 */
export const command = async (place, server, args, { input, json = false } = {}) => {
  const bin = `apps/${server.app}/bin/nmirf-${server.app}.js`;
  const { stdout } = await mustRun('node', [bin, ...args, ...(json ? ['--json'] : [])], { env: environmentOf(place, server), input });
  return json ? JSON.parse(stdout) : stdout;
};
