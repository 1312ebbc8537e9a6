// @ts-check
import { personAt } from './browserless.mjs';
import { PASSWORD, PERSONS, SERVERS, urlOf } from './network.mjs';
import { step } from './terminal.mjs';

/** @typedef {import('./network.mjs').Place} Place */
/** @typedef {import('./servers.mjs').Texts} Texts */

/** @type {readonly ('node_ma' | 'node_pt')[]} */
const NODES = ['node_ma', 'node_pt'];
const TABLE = '/api/own-statistics/themes';

/** A publisher looks at the table and publishes it as it is shown. @param {Place} place @param {typeof NODES[number]} name */
const publish = async (place, name) => {
  const publisher = personAt(urlOf(place, /** @type {any} */ (SERVERS.find((server) => server.name === name))));
  await publisher.post('/api/session', { email: PERSONS[name][2].email, password: PASSWORD });
  const { digest } = await publisher.get(TABLE);
  await publisher.post(`${TABLE}/release`, { digest });
};

/** What the demonstration counts. @param {Place} place @param {Texts} t */
export const firstStatistics = (place, t) => step(t('statistics'), () => Promise.all(NODES.map((name) => publish(place, name))));
