// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from './steps/compile.mjs';
import { addPersons, demonstrate, enrolOthers, found } from './steps/founding.mjs';
import { install } from './steps/install.mjs';
import { PASSWORD, PERSONS, SERVERS, urlOf } from './steps/network.mjs';
import { goHome } from './steps/place.mjs';
import { makeDatabases, runningFrom, startPostgres } from './steps/postgres.mjs';
import { firstPublication, otherPublications } from './steps/publication.mjs';
import { firstResources } from './steps/resources.mjs';
import { findRedis, startRedis } from './steps/redis.mjs';
import { startProcesses, startServer } from './steps/servers.mjs';
import { firstStatistics } from './steps/statistics.mjs';
import { isFree } from './steps/system.mjs';
import { Refusal, say, seconds, step } from './steps/terminal.mjs';
import { texts } from './steps/texts.mjs';

const NODE_NEEDED = '20.19.0';
const MEGABYTES_NEEDED = 1_500;
const DATABASE_OFFSET = 90;
const REDIS_OFFSET = 91;

const t = texts();
/** What runs, in the order it was started; it is stopped the other way round. @type {{ stop: () => Promise<void> }[]} */
const running = [];
/** The end, once it has begun: a second Ctrl-C waits for it too, for whoever leaves early leaves servers behind. @type {Promise<void> | undefined} */
let ending;

const options = () => {
  try {
    const { values } = parseArgs({
      options: {
        ...{ 'port-base': { type: 'string' }, data: { type: 'string' } },
        ...{ fresh: { type: 'boolean' }, redis: { type: 'boolean' }, processes: { type: 'boolean' } },
      },
    });
    const portBase = Number(values['port-base'] ?? 4000);
    if (!Number.isInteger(portBase) || portBase < 1 || portBase > 65_000) throw new Refusal(`--port-base ${values['port-base']}`);
    const [processes, data] = [values.processes === true, resolve(values.data ?? '.data')];
    // Several processes of one server ring each other over Redis.
    return { portBase, data, fresh: values.fresh === true, processes, redis: processes || values.redis === true };
  } catch (error) {
    throw new Refusal(t('badOption', { option: /** @type {Error} */ (error).message }));
  }
};

const checkNode = () => {
  const [found, needed] = [process.versions.node, NODE_NEEDED].map((version) => version.split('.').map(Number));
  const older = found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1]);
  if (older) throw new Refusal(t('nodeTooOld', { needed: NODE_NEEDED, found: process.versions.node }));
};

/** @param {string} folder */
const checkDisk = (folder) => {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < MEGABYTES_NEEDED) throw new Refusal(t('diskFull', { free, folder, needed: MEGABYTES_NEEDED }));
};

/** @param {ReturnType<typeof options>} asked */
const checkPorts = async ({ portBase, redis }) => {
  const wanted = [
    ...SERVERS.map(({ name, offset }) => /** @type {const} */ ([offset, t(name)])),
    /** @type {const} */ ([DATABASE_OFFSET, 'PostgreSQL']),
    ...(redis ? [/** @type {const} */ ([REDIS_OFFSET, 'Redis'])] : []),
  ];
  for (const [offset, server] of wanted) {
    const port = portBase + offset;
    if (!(await isFree(port))) throw new Refusal(t('portTaken', { port, server }));
  }
};

/** @param {ReturnType<typeof options>} asked */
const prepare = async (asked) => {
  checkNode();
  mkdirSync(asked.data, { recursive: true });
  checkDisk(asked.data);
  const pid = await runningFrom(asked.data);
  if (pid !== undefined) throw new Refusal(t('alreadyRunning', { folder: asked.data, pid }));
  await checkPorts(asked);
  await install(t('install'));
  await compile({ servers: t('buildServers'), web: t('buildWeb') });
};

/** @param {number} port */
const redisAt = async (port) => {
  const program = (await findRedis()) ?? (await step(t('redisInstall'), (progress) => findRedis(progress)));
  if (!program) throw new Refusal(t('redisMissing'));
  const redis = await step(t('redisStart'), () => startRedis(program, port));
  running.push(redis);
  return redis.url;
};

/** @param {ReturnType<typeof options>} asked @returns {Promise<import('./steps/network.mjs').Place>} */
const makePlace = async (asked) => {
  const databasePort = asked.portBase + DATABASE_OFFSET;
  running.push(await step(t('postgresStart'), () => startPostgres(asked.data, databasePort)));
  await step(t('databases'), () =>
    makeDatabases(
      databasePort,
      SERVERS.map(({ name }) => name),
    ),
  );
  const redisUrl = asked.redis ? await redisAt(asked.portBase + REDIS_OFFSET) : undefined;
  const place = { portBase: asked.portBase, data: asked.data, databasePort };
  return redisUrl ? { ...place, redisUrl } : place;
};

/**
 * What has been done once and for all in this data folder; a start that was interrupted goes on after the last thing it finished.
 * @param {string} data
 */
const milestones = (data) => {
  const file = join(data, 'milestones.json');
  const done = new Set(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);
  return async (/** @type {string} */ name, /** @type {() => Promise<unknown>} */ work) => {
    if (done.has(name)) return;
    await work();
    writeFileSync(file, JSON.stringify([...done.add(name)]));
  };
};

/**
 * @param {readonly import('./steps/network.mjs').Server[]} servers @param {import('./steps/network.mjs').Place} place
 * @param {typeof startProcesses | typeof startServer} start
 */
const startAll = async (servers, place, start = startServer) => {
  const results = await Promise.allSettled(
    servers.map((server) =>
      step(t('serverStart', { name: t(server.name) }), async () => {
        running.push(await start(place, server, t));
      }),
    ),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
};

/** @param {import('./steps/network.mjs').Place} place @param {number} started */
const report = (place, started) => {
  say(`\n${t('addresses', { seconds: seconds(performance.now() - started) })}`);
  for (const server of SERVERS) say(`  ${t(server.name).padEnd(12)} ${urlOf(place, server)}`);
  say(`\n${t('signIns', { password: PASSWORD })}`);
  for (const server of SERVERS)
    for (const { email, roles } of PERSONS[/** @type {keyof typeof PERSONS} */ (server.name)])
      say(`  ${t(server.name).padEnd(12)} ${email.padEnd(30)} ${roles.join(', ')}`);
  if (existsSync('apps/auditor/dist/cli.js')) say(`\n${t('verify', { url: urlOf(place, SERVERS[0]) })}`);
  say(`\n${t('stopHint')}`);
};

/** Removes what a start makes, and nothing else that may lie in the folder. @param {string} data */
const empty = (data) => {
  const made = ['postgres', 'logs', 'milestones.json', ...SERVERS.map(({ name }) => name)];
  for (const name of made) rmSync(join(data, name), { recursive: true, force: true });
};

const stopAll = () => (ending ??= stopEach());

const stopEach = async () => {
  if (running.length === 0) return;
  say(`\n${t('stopping')}`);
  for (const one of running.splice(0).reverse()) await one.stop();
  say(t('stopped'));
};

const main = async () => {
  const started = performance.now();
  const asked = options();
  if (asked.fresh && (await runningFrom(asked.data)) === undefined) await step(t('fresh'), () => empty(asked.data));
  await prepare(asked);
  const place = await makePlace(asked);
  const once = milestones(asked.data);
  await once('founded', () => found(place, t));
  await startAll(SERVERS.slice(0, 1), place, asked.processes ? startProcesses : startServer);
  await startAll(SERVERS.slice(1), place);
  await once('persons', () => addPersons(place, t));
  await once('enrolled', () => enrolOthers(place, t));
  await once('published', () => firstPublication(place, t));
  await once('publishedByOthers', () => otherPublications(place, t));
  await once('shared', () => firstResources(place, t));
  await once('demonstrated', () => demonstrate(place, t));
  await once('counted', () => firstStatistics(place, t));
  report(place, started);
};

// Whoever reads this may leave before it ends; the servers are stopped all the same.
process.stdout.on('error', () => undefined);
goHome();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stopAll().then(() => process.exit()));
try {
  await main();
} catch (error) {
  if (!ending) say(`\n${error instanceof Refusal ? error.message : /** @type {Error} */ (error).stack}`);
  process.exitCode = 1;
  await stopAll();
}
