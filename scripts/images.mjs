// @ts-check
/**
 * Builds what the Dockerfile builds, by hand: copies the paths it copies into an empty folder, runs the npm and tsc lines it runs,
 * and asks each server for its environment. No container engine is needed.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { copyOf, instructionsOf, targetOf } from './steps/dockerfile.mjs';
import { goHome } from './steps/place.mjs';
import { mustRun, Refusal, run, say, step } from './steps/terminal.mjs';

/** What .dockerignore keeps out. @param {string} path */
const isSent = (path) => !/(^|\/)(node_modules|dist|\.git|\.data|coverage)(\/|$)/.test(path);

/** @param {import('./steps/dockerfile.mjs').Instruction} copy @param {string} folder */
const copyInto = (copy, folder) => {
  const { sources, target } = copyOf(copy);
  for (const source of sources) {
    const into = join(folder, statSync(source).isDirectory() ? target : join(target, basename(source)));
    mkdirSync(join(into, '..'), { recursive: true });
    cpSync(source, into, { recursive: true, filter: isSent });
  }
};

/** The stage that both images take what they run from. @param {string} folder */
const build = async (folder) => {
  for (const instruction of targetOf(instructionsOf('docker/Dockerfile'), 'build')) {
    if (instruction.name === 'COPY') copyInto(instruction, folder);
    if (instruction.name === 'RUN') await step(instruction.rest, () => mustRun('sh', ['-c', instruction.rest], { cwd: folder }));
  }
};

/** A server that finds its code and its packages refuses to start for want of its environment, and for nothing else. */
const boots = async (/** @type {string} */ name, /** @type {string} */ folder) => {
  const bare = { DATABASE_URL: '', PUBLIC_URL: '', SESSION_SECRET: '', NODE_ENV: 'production' };
  const { output } = await run('node', [`apps/${name}/dist/main.js`], { cwd: folder, env: bare });
  if (!output.includes('DATABASE_URL: is missing')) throw new Refusal(`${name} does not boot:\n${output}`);
};

goHome();
const folder = mkdtempSync(join(tmpdir(), 'nmirf-image-'));
try {
  await build(folder);
  for (const name of ['hub', 'node']) await step(`${name}: boots`, () => boots(name, folder));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  say(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
