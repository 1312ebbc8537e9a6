// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { goHome } from './steps/place.mjs';
import { say } from './steps/terminal.mjs';

/**
 * The OpenAPI descriptions of both servers, from the same modules that serve them: written to docs/openapi, or with `--check`
 * compared with what is there. `apps/<name>/dist/describe.js` exports `describe()`, which connects to nothing.
 */
goHome();
const checking = process.argv.includes('--check');
const folder = 'docs/openapi';
mkdirSync(folder, { recursive: true });
for (const name of ['hub', 'node']) {
  const { describe } = await import(pathToFileURL(resolve(`apps/${name}/dist/describe.js`)).href);
  const text = `${JSON.stringify(await describe(), undefined, 2)}\n`;
  const file = join(folder, `${name}.json`);
  if (!checking) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    say(`${file} is not what the server offers; run: npm run openapi`);
    process.exitCode = 1;
  }
}
process.exit();
