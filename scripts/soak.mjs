// @ts-check
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { compile } from './steps/compile.mjs';
import { install } from './steps/install.mjs';
import { goHome } from './steps/place.mjs';
import { run } from './steps/terminal.mjs';

/** `npm run soak [-- --minutes 5 --seed WORD]`: many nodes and faults at random; fails when a message is lost, doubled or placed otherwise. */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string', default: randomUUID().slice(0, 8) } },
});
goHome();
await install('Install what the lockfile names');
await compile({ servers: 'Build the servers', web: 'Build the web client' });
const { code } = await run('node', ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', 'soak'], {
  env: { SOAK_MINUTES: values.minutes, SOAK_SEED: values.seed, NODE_NO_WARNINGS: '1' },
  progress: (text) => process.stdout.write(text),
});
process.exitCode = code === 0 ? 0 : 1;
