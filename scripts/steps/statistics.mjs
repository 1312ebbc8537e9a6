// @ts-check
import { signedInAt } from './browserless.mjs';
import { PERSONS, urlOfServer } from './network.mjs';
import { step } from './terminal.mjs';

/** @typedef {import('./network.mjs').Place} Place */
/** @typedef {import('./servers.mjs').Texts} Texts */

/** @type {readonly ('node_ma' | 'node_pt')[]} */
const NODES = ['node_ma', 'node_pt'];
const TABLE = '/api/own-statistics/themes';

/** A publisher looks at the table and publishes it as it is shown. @param {Place} place @param {typeof NODES[number]} name */
const publish = async (place, name) => {
  const publisher = await signedInAt(urlOfServer(place, name), PERSONS[name][2].email);
  const { digest } = await publisher.get(TABLE);
  await publisher.post(`${TABLE}/release`, { digest });
};

/** What the demonstration counts. @param {Place} place @param {Texts} t */
export const firstStatistics = (place, t) => step(t('statistics'), () => Promise.all(NODES.map((name) => publish(place, name))));
