// @ts-check
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../../scripts/steps/free-port.mjs';
import { rateOf } from './rate.mjs';

const BATCH = 500;

/** The server in a process of its own. @param {string} folder @param {number} port */
const serve = async (folder, port) => {
  const child = spawn(process.execPath, ['test/bench/peers/serve-pouchdb.mjs', folder, String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    if ((await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined))?.ok) break;
    await pause(100);
  }
  return async () => {
    child.kill('SIGTERM');
    await ended;
  };
};

/** Databases that replicate to each other, as apps that work without a line do. @type {(run: import('./peers.mjs').Run) => Promise<import('./peers.mjs').Figures>} */
export const pouchdb = async ({ documents, folder, load }) => {
  const { default: PouchDB } = await load('pouchdb');
  const port = await freePort();
  const stop = await serve(join(folder, 'server'), port);
  try {
    const remote = new PouchDB(`http://127.0.0.1:${port}/practices`);
    await remote.info();
    const [sender, reader] = ['sender', 'reader'].map((name) => new PouchDB(join(folder, name)));
    const rows = documents.map((text, i) => ({ _id: String(i).padStart(9, '0'), ...JSON.parse(text) }));
    for (let from = 0; from < rows.length; from += BATCH) await sender.bulkDocs(rows.slice(from, from + BATCH));
    const publish = await rateOf(rows.length, () => sender.replicate.to(remote, { batch_size: BATCH }));
    const pull = await rateOf(rows.length, () => reader.replicate.from(remote, { batch_size: BATCH }));
    if ((await reader.info()).doc_count !== rows.length) throw new Error('Not every document arrived');
    await Promise.all([sender.close(), reader.close()]);
    return { publish, pull };
  } finally {
    await stop();
  }
};
