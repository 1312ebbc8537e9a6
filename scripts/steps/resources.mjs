// @ts-check
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { personAt } from './browserless.mjs';
import { PASSWORD, PERSONS, SERVERS, urlOf } from './network.mjs';
import { step } from './terminal.mjs';

/** @typedef {import('./network.mjs').Place} Place */
/** @typedef {import('./servers.mjs').Texts} Texts */

/** @type {Readonly<Record<string, 'node_ma' | 'node_pt'>>} */
const NODES = { MAR: 'node_ma', PRT: 'node_pt' };

/** @param {ReturnType<typeof personAt>} officer @param {any} file @returns {Promise<any>} the reference to it */
const bring = async (officer, { content, ...file }) => {
  const bytes = Buffer.from(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await officer.bring(`/api/files/${sha256}?from=0&size=${bytes.length}&type=${file.mediaType}`, bytes);
  return { ...file, sha256, size: bytes.length };
};

/** An officer writes, a second person releases. @param {Place} place @param {any} resource */
const share = async (place, { country, record, files }) => {
  const name = NODES[country];
  const url = urlOf(place, /** @type {any} */ (SERVERS.find((server) => server.name === name)));
  const [officerAt, reviewerAt, publisherAt] = PERSONS[name];
  const [officer, publisher] = [personAt(url), personAt(url)];
  await officer.post('/api/session', { email: officerAt.email, password: PASSWORD });
  await publisher.post('/api/session', { email: (publisherAt ?? reviewerAt).email, password: PASSWORD });
  const brought = [];
  for (const file of files) brought.push(await bring(officer, file));
  const { id } = await officer.post('/api/resources', { record: { ...record, files: brought } });
  await officer.post(`/api/resources/${id}/submission`);
  const { findings } = await publisher.get(`/api/resources/${id}/review`);
  const open = findings.filter((/** @type {any} */ { tier, decision }) => tier === 'flag' && !decision);
  const decisions = open.map((/** @type {any} */ { key, start, end }) => ({ key, decision: start === end ? 'generalise' : 'mask' }));
  const { digest } = await publisher.put(`/api/resources/${id}/review`, { decisions });
  await publisher.post(`/api/resources/${id}/release`, { digest, filesRead: true });
};

/** What the demonstration shares. @param {Place} place @param {Texts} t */
export const firstResources = (place, t) =>
  step(t('resources'), async () => {
    const { demonstrationResources } = await import(pathToFileURL(resolve('apps/node/dist/demonstration/resources.js')).href);
    for (const resource of demonstrationResources) await share(place, resource);
  });
