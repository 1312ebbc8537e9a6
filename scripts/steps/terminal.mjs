// @ts-check
import { spawn } from 'node:child_process';

const clock = () => performance.now();
const interactive = process.stdout.isTTY === true;

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** A line of its own, also while a step draws how far it is. @param {string} line */
export const say = (line = '') => process.stdout.write(`${interactive ? '\r\x1b[2K' : ''}${line}\n`);

/** A refusal that people can act on: shown without a stack. */
export class Refusal extends Error {}

/**
 * Shows `title` while `work` runs, then how long it took. `work` may say how far it is with `progress(text)`.
 * @template T
 * @param {string} title
 * @param {(progress: (text: string) => void) => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export const step = async (title, work) => {
  const started = clock();
  let detail = '';
  const draw = () =>
    process.stdout.write(`\r\x1b[2K  … ${title} ${seconds(clock() - started)} ${detail}`.slice(0, (process.stdout.columns ?? 120) + 5));
  const timer = interactive ? setInterval(draw, 250) : undefined;
  const close = (/** @type {string} */ mark) => {
    clearInterval(timer);
    say(`  ${mark} ${title} (${seconds(clock() - started)})`);
  };
  try {
    const result = await work((text) => {
      detail = text.trim().split('\n').at(-1) ?? '';
    });
    close('✓');
    return result;
  } catch (error) {
    close('✗');
    throw error;
  }
};

/**
 * Runs a command to its end and gathers what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, progress?: (text: string) => void, input?: string }} [options]
 * @returns {Promise<{ code: number, output: string, stdout: string }>}
 */
export const run = (command, args, { cwd, env, progress, input } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    let [output, stdout] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      output += chunk;
      progress?.(String(chunk));
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
      progress?.(String(chunk));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
    child.once('error', (error) => resolve({ code: 127, output: error.message, stdout }));
    child.once('close', (code) => resolve({ code: code ?? 1, output, stdout }));
  });

/**
 * As `run`, but a failure is a refusal that shows what the command said.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const mustRun = async (command, args, options) => {
  const result = await run(command, args, options);
  if (result.code !== 0) throw new Refusal(`${[command, ...args].join(' ')}\n${result.output.trimEnd()}`);
  return result;
};
