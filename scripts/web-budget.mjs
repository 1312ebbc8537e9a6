// @ts-check
import { findChromium } from './steps/chromium.mjs';
import { compile } from './steps/compile.mjs';
import { install } from './steps/install.mjs';
import { goHome } from './steps/place.mjs';
import { run, say } from './steps/terminal.mjs';

/** Measures the first visit of the library on a slow line with a slow CPU; fails when a budget is exceeded. */
goHome();
await install('Install what the lockfile names');
await compile({ servers: 'Build the servers', web: 'Build the web client' });
const found = await findChromium();
if (found) {
  const { code } = await run('node', ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', 'budget'], {
    env: { CHROMIUM: found, NODE_NO_WARNINGS: '1' },
    progress: (text) => process.stdout.write(text),
  });
  process.exitCode = code === 0 ? 0 : 1;
} else {
  say('Chromium is not installed and cannot be installed here');
  process.exitCode = 1;
}
