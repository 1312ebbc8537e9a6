import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

/** One command of a server's own command line, as an operator gives it: a process of its own in the server's environment. */
export const realCommand = async (
  app: 'hub' | 'node',
  environment: Readonly<Record<string, string>>,
  ...given: readonly string[]
): Promise<unknown> => {
  const bin = join(root, `apps/${app}/bin/nmirf-${app}.js`);
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...given, '--json'], {
    env: { PATH: process.env['PATH'], ...environment },
  });
  return JSON.parse(stdout) as unknown;
};
