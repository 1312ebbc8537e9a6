// @ts-check
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { HEAP } from '../../scripts/steps/heap.mjs';

const TICK_MICROSECONDS = 10_000;

/** `BENCH_NODE_OPTIONS`: options of Node for the servers, such as `--cpu-prof --cpu-prof-dir=DIR`. */
const options = process.env['BENCH_NODE_OPTIONS']?.split(' ') ?? [];

/** @param {number} pid @returns {readonly string[]} fields of /proc/<pid>/stat from the state on; none of a process that has ended */
const stat = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
};

/** Microseconds of CPU that a process has used, with what its ended children used. @param {number} pid */
const cpuOf = (pid) => {
  const fields = stat(pid);
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0) * TICK_MICROSECONDS;
};

/** The same for a process and all that live below it. @param {number} pid @returns {number} */
export const cpuOfFamily = (pid) => {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => Number(stat(child)[1]) === pid);
  return cpuOf(pid) + children.reduce((sum, child) => sum + cpuOfFamily(child), 0);
};

/** A built server in a process of its own, with its memory watched. */
export class Server {
  /** @type {import('node:child_process').ChildProcess | undefined} */ child;
  /** The most memory it held, in bytes. */
  peak = 0;
  /** @type {NodeJS.Timeout | undefined} */ watch;

  /** @param {'hub' | 'node'} app @param {Record<string, string>} environment */
  constructor(app, environment) {
    this.app = app;
    this.environment = environment;
  }

  get pid() {
    return /** @type {number} */ (this.child?.pid);
  }

  async start() {
    const child = spawn(process.execPath, [...HEAP, ...options, `apps/${this.app}/dist/main.js`], {
      env: { PATH: process.env['PATH'], ...this.environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.child = child;
    this.watch = setInterval(() => (this.peak = Math.max(this.peak, this.memory())), 100);
    while (!(await fetch(`http://127.0.0.1:${this.environment['PORT']}/health/ready`).catch(() => undefined))?.ok) {
      if (child.exitCode !== null) throw new Error(`The ${this.app} ended with ${child.exitCode}`);
      await pause(50);
    }
  }

  memory() {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1_024;
  }

  async stop() {
    const { child } = this;
    clearInterval(this.watch);
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    this.child = undefined;
  }
}
