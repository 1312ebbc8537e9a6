// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { dataFolder } from './anonymisation/data-folder.mjs';
import { goHome } from './steps/place.mjs';
import { mustRun, Refusal, say, step } from './steps/terminal.mjs';

const LIBRARY = 'libs/anonymisation';
const { values } = parseArgs({
  options: { data: { type: 'string' }, only: { type: 'string' }, check: { type: 'boolean', default: false } },
});

/** Trains the taggers offline, from annotated sets alone, and writes their weights: the same sets give the same bytes. */
const main = async () => {
  goHome();
  const folder = dataFolder(values.data);
  if (folder === undefined) throw new Refusal('Name the folder of annotated sets with --data or ANONYMISATION_DATA');
  await mustRun('node', ['--max-old-space-size=4096', 'node_modules/typescript/bin/tsc', '--build', LIBRARY], {});
  const { RECIPES, learn } = await import('@nmirf/anonymisation/training/recipes');
  const read = (/** @type {string} */ path) => readFileSync(join(folder, path), 'utf8');
  /** @type {string[]} */
  const manifests = [];
  for (const [name, recipe] of Object.entries(RECIPES)) {
    const file = join(LIBRARY, 'weights', recipe.file);
    const bytes =
      values.only === undefined || values.only === name
        ? await step(`Train ${name}`, () => Buffer.from(learn(recipe, read).buffer))
        : readFileSync(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const same = createHash('sha256').update(readFileSync(file)).digest('hex') === sha256;
    say(`${name}: ${String(bytes.length)} bytes, sha256 ${sha256}${same ? ', as committed' : ', another than committed'}`);
    if (values.check && !same) process.exitCode = 1;
    if (!values.check) writeFileSync(file, bytes);
    const { tags, bits, unit, licence } = recipe;
    const manifest = { file: recipe.file, sha256, tags, bits, step: unit, licence };
    manifests.push(`export const ${name.toUpperCase()}: Manifest = ${JSON.stringify(manifest, null, 2)};\n`);
  }
  if (values.check) return;
  const target = join(LIBRARY, 'src/tagger/manifests.gen.ts');
  const text = `// Written by \`npm run train\`.\nimport type { Manifest } from './model.js';\n\n${manifests.join('\n')}`;
  writeFileSync(target, await format(text, { ...(await resolveConfig(target)), filepath: target }));
};

await main().catch((error) => {
  say(error instanceof Refusal ? error.message : String(error.stack));
  process.exitCode = 1;
});
