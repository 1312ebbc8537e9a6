// @ts-check
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../../scripts/steps/free-port.mjs';
import { oneByOne, rateOf } from './rate.mjs';

/** It does tens a second. */
const DOCUMENTS = 500;
const SINGLE = 100;
/** Keys are fetched and code is compiled with the first ones. */
const WARM = 20;

/** One server in a process of its own. */
const serve = async () => {
  const port = await freePort();
  const child = fork('test/bench/peers/serve-fedify.mjs', [String(port)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('Fedify ended')));
  gone.catch(() => undefined);
  await Promise.race([once(child, 'message'), gone]);
  return { child, gone, origin: `http://127.0.0.1:${port}` };
};

/** ActivityPub between two servers: each document a signed activity, verified by who receives it; nothing of it is written to disk. @type {(run: import('./peers.mjs').Run) => Promise<import('./peers.mjs').Figures>} */
export const fedify = async ({ documents }) => {
  const [sender, receiver] = await Promise.all([serve(), serve()]);
  /** Sends these and waits until as many have been received. @param {readonly string[]} some */
  const carry = async (some) => {
    const received = new Promise((resolve) => {
      let missing = some.length;
      const heard = () => {
        missing -= 1;
        if (missing > 0) return;
        receiver.child.off('message', heard);
        resolve(undefined);
      };
      receiver.child.on('message', heard);
    });
    sender.child.send({ to: receiver.origin, documents: some });
    await Promise.race([received, sender.gone, receiver.gone]);
  };
  try {
    await carry(documents.slice(0, WARM));
    const some = documents.slice(0, DOCUMENTS);
    const both = await rateOf(some.length, () => carry(some));
    return { publish: both, pull: both, ...(await oneByOne(documents.slice(0, SINGLE), (text) => carry([text]))) };
  } finally {
    await Promise.all(
      [sender, receiver].map(async ({ child }) => {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }),
    );
  }
};
