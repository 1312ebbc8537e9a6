// @ts-check
import { createSocket } from 'node:dgram';
import { isFree } from './system.mjs';
import { Refusal } from './terminal.mjs';

/** Below the ports that systems give to connections and to whoever asks for any: one of those may be gone again before it is used. */
const [FIRST, COUNT] = [20_000, 12_000];
const TRIES = 100;

/**
 * Takes a number among all who ask here, in whatever process: it is bound for UDP, beside the server that will listen there, until this
 * process ends.
 * @param {number} port @returns {Promise<boolean>}
 */
const reserve = (port) =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => {
      socket.close();
      resolve(false);
    });
    socket.bind(port, '127.0.0.1', () => {
      socket.unref();
      resolve(true);
    });
  });

/** A port of the loopback address that nobody listens on, and that nobody else is given. @returns {Promise<number>} */
export const freePort = async () => {
  for (let tries = 0; tries < TRIES; tries++) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if ((await isFree(port)) && (await reserve(port))) return port;
  }
  throw new Refusal(`No port between ${FIRST} and ${FIRST + COUNT} is free`);
};
