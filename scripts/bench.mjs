// @ts-check
import { readdirSync } from 'node:fs';
import { compile } from './steps/compile.mjs';
import { install } from './steps/install.mjs';
import { goHome } from './steps/place.mjs';
import { run, say } from './steps/terminal.mjs';

/** Runs every measurement of test/bench, or those whose names are given; each prints its ratios. `--peers`: other systems beside us. */
goHome();
await install('Install what the lockfile names');
await compile({ servers: 'Build the servers', web: 'Build the web client' });
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const found = readdirSync('test/bench').filter((name) => name.endsWith('.bench.mjs'));
for (const name of found.filter((file) => wanted.length === 0 || wanted.some((part) => file.startsWith(part)))) {
  say(`\n${name}`);
  const { code } = await run('node', ['--expose-gc', `test/bench/${name}`, ...flags], { progress: (text) => process.stdout.write(text) });
  if (code !== 0) process.exitCode = 1;
}
