// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, say, seconds, step } from './terminal.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

const NONE = { passed: 0, failed: 0, skipped: 0 };
/** @param {Tally} a @param {Tally} b @returns {Tally} */
export const plus = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped });

/** The line that closes a run. @param {Tally} tally */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** @param {string} output */
const indented = (output) => output.trimEnd().replaceAll(/^/gm, '      ');

/**
 * One command that is right or wrong as a whole.
 * @param {string} title @param {string} command @param {readonly string[]} args
 * @returns {Promise<Tally>}
 */
export const check = async (title, command, args) => {
  let output = '';
  try {
    await step(title, async (progress) => {
      const result = await run(command, args, { progress });
      output = result.output;
      if (result.code !== 0) throw new Error(title);
    });
    return { ...NONE, passed: 1 };
  } catch {
    say(indented(output));
    return { ...NONE, failed: 1 };
  }
};

/** @param {string} file @param {number} code @returns {Tally} */
const readTally = (file, code) => {
  if (!existsSync(file)) return { ...NONE, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // Coverage below its threshold fails the run without failing a test.
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/**
 * Jest projects, counted test by test.
 * @param {string} title @param {string} project one name, or several parted by spaces
 * @param {{ args?: readonly string[], env?: Record<string, string> }} [options]
 * @returns {Promise<Tally>}
 */
export const jest = async (title, project, { args = [], env = {} } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'nmirf-jest-'));
  const file = join(folder, 'report.json');
  const fixed = [
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    ...project.split(' '),
    '--passWithNoTests',
    '--json',
    '--outputFile',
    file,
  ];
  const started = performance.now();
  say(`  … ${title}`);
  const { code, output } = await run('node', ['--experimental-vm-modules', '--no-warnings', ...fixed, ...args], { env });
  const tally = readTally(file, code);
  rmSync(folder, { recursive: true, force: true });
  if (tally.failed > 0) say(indented(output.replace(/^\{"numFailed.*$/m, '').slice(-20_000)));
  say(`  ${tally.failed > 0 ? '✗' : '✓'} ${title}: ${closingLine(tally)} (${seconds(performance.now() - started)})`);
  return tally;
};

/** Something that cannot run here, said visibly. @param {string} title @param {string} reason @returns {Tally} */
export const skip = (title, reason) => {
  say(`  – ${title}: skipped, ${reason}`);
  return { ...NONE, skipped: 1 };
};
