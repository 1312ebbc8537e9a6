import { parentPort } from 'node:worker_threads';

parentPort?.on('message', (question) => {
  if (question === 'fail') throw new Error('The thread was told to fail');
  if (question !== 'say nothing') parentPort?.postMessage(question);
});
