// @ts-check
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findChromium } from './steps/chromium.mjs';
import { compile } from './steps/compile.mjs';
import { freePort } from './steps/free-port.mjs';
import { install } from './steps/install.mjs';
import { goHome } from './steps/place.mjs';
import { findRedis, startRedis } from './steps/redis.mjs';
import { check, closingLine, jest, plus, skip } from './steps/tally.mjs';
import { Refusal, say } from './steps/terminal.mjs';

/** All of federation is run by the tests, line by line and branch by branch. */
const COVERAGE = [
  '--coverage',
  '--collectCoverageFrom=libs/federation/src/**/*.ts',
  '--coverageReporters=text',
  '--coverageThreshold={"global":{"lines":100,"branches":100,"functions":100,"statements":100}}',
];

const bin = (/** @type {string} */ path) => `node_modules/${path}`;

/** What the queue itself can change, and several processes: rings, the whole way of a message, what is refused, and what happens when anything dies. */
const QUEUED = 'queue|publication|bad-input|crash';
/** The whole network; what looks into one process of the hub, or sets its clock, does without or is left out, and its file says so. */
const ANY_PROCESS = 'test/network/';

/** With Redis, and the hub as two processes that serve and two that work. @param {string} title @param {string} projects @param {string} pattern */
const onRedis = async (title, projects, pattern) => {
  const program = await findRedis();
  if (!program) return skip(title, 'redis-server is not installed and cannot be installed here');
  const redis = await startRedis(program, await freePort());
  try {
    return await jest(title, projects, {
      args: ['--runInBand', '--testPathPatterns', pattern],
      env: { REDIS_URL: redis.url, TEST_REDIS_URL: redis.url, NMIRF_HUB_PROCESSES: '2' },
    });
  } finally {
    await redis.stop();
  }
};

/** Every page, looked at with axe; and all else that is done in a browser. */
const PAGES = 'web/pages';
const NOT_PAGES = `^(?!.*${PAGES})`;

const web = async (/** @type {string} */ title, /** @type {string} */ pattern) => {
  const found = await findChromium();
  if (!found)
    return plus(
      skip(title, 'Chromium is not installed and cannot be installed here'),
      await jest(`${title}, without a browser`, 'web', { args: ['--testPathPatterns', pattern] }),
    );
  return jest(title, 'web', { args: ['--runInBand', '--testPathPatterns', pattern], env: { CHROMIUM: found } });
};

/** A check of something that stands in `files`; without them there is nothing to check, and that is said. */
const whenThere = async (/** @type {string} */ title, /** @type {string[]} */ files, /** @type {string[]} */ args) => {
  const missing = files.filter((file) => !existsSync(file));
  return missing.length > 0 ? skip(title, `${missing.join(' and ')} missing`) : check(title, 'node', args);
};

/** @type {Record<string, () => Promise<import('./steps/tally.mjs').Tally>>} */
const PARTS = {
  lint: async () => {
    const eslint = await check('ESLint', 'node', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']);
    const prettier = await check('Prettier', 'node', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']);
    return plus(plus(eslint, prettier), await check('knip', 'node', [bin('knip/bin/knip.js'), '--no-progress']));
  },
  types: async () =>
    plus(
      await check('Types', 'node', [bin('typescript/bin/tsc'), '--build']),
      await check('Types of the commands', 'node', [bin('typescript/bin/tsc'), '--project', 'scripts']),
    ),
  openapi: () =>
    whenThere('OpenAPI as committed', ['apps/hub/src/describe.ts', 'apps/node/src/describe.ts'], ['scripts/openapi.mjs', '--check']),
  unit: () => jest('Tests: unit', 'unit', { args: COVERAGE }),
  database: () => jest('Tests: database', 'database'),
  network: () => jest('Tests: network and faults, queue on PostgreSQL', 'network', { args: ['--runInBand'] }),
  redis: () => onRedis('Tests: queue, network and faults, queue on Redis, several processes', 'database network', QUEUED),
  processes: () => onRedis('Tests: network, the hub in several processes', 'network', ANY_PROCESS),
  web: () => web('Tests: web', NOT_PAGES),
  pages: () => web('Tests: every page of both clients', PAGES),
  images: () => whenThere('Images, built by hand', ['apps/hub/src/main.ts', 'apps/node/src/main.ts'], ['scripts/images.mjs']),
};

/** The longest first, and two at a time: together they keep two cores busy to the end. What runs a browser has no other beside it. */
const ORDER = ['web', 'images', 'network', 'pages', 'unit', 'lint', 'redis', 'database', 'types', 'openapi'];
const AT_ONCE = 2;
/** Only when somebody asks for it: `redis` runs what of it costs little. */
const ON_DEMAND = ['processes'];

const chosenParts = () => {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const chosen = (values.only ?? []).flatMap((names) => names.split(','));
  const unknown = chosen.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new Refusal(`No part is called ${unknown.join(', ')}; there are: ${Object.keys(PARTS).join(', ')}`);
  return [...ORDER.filter((name) => chosen.length === 0 || chosen.includes(name)), ...ON_DEMAND.filter((name) => chosen.includes(name))];
};

/** Takes parts off `waiting` until none is left. @param {string[]} waiting */
const work = async (waiting) => {
  let tally = { passed: 0, failed: 0, skipped: 0 };
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) tally = plus(tally, await PARTS[name]());
  return tally;
};

const prepare = async () => {
  await install('Install what the lockfile names');
  try {
    await compile({ servers: 'Build the servers', web: 'Build the web client' });
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

const main = async () => {
  const waiting = chosenParts();
  const prepared = await prepare();
  const tally = (await Promise.all(Array.from({ length: AT_ONCE }, () => work(waiting)))).reduce(plus, prepared);
  process.exitCode = tally.failed > 0 ? 1 : 0;
  say(closingLine(tally));
};

goHome();
await main().catch((error) => {
  say(error instanceof Refusal ? error.message : String(error.stack));
  say('0 passed, 1 failed');
  process.exitCode = 1;
});
