// @ts-check
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { signedInAt } from './browserless.mjs';
import { NODE_OF, PERSONS, urlOfServer } from './network.mjs';
import { takeTurn } from './publication.mjs';
import { step } from './terminal.mjs';

/** @typedef {import('./network.mjs').Place} Place */
/** @typedef {import('./servers.mjs').Texts} Texts */

/** @param {Awaited<ReturnType<typeof signedInAt>>} officer @param {any} file @returns {Promise<any>} the reference to it */
const bring = async (officer, { content, ...file }) => {
  const bytes = Buffer.from(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await officer.bring(`/api/files/${sha256}?from=0&size=${bytes.length}&type=${file.mediaType}`, bytes);
  return { ...file, sha256, size: bytes.length };
};

/**
 * An officer writes; two others read what the gate doubts and keep it, for nobody is named; one of them releases.
 * @param {Place} place @param {Texts} t @param {any} resource
 */
const share = async (place, t, { country, record, files }) => {
  const name = NODE_OF[country];
  const url = urlOfServer(place, name);
  const [officerAt, reviewerAt, publisherAt] = PERSONS[name];
  const officer = await signedInAt(url, officerAt.email);
  const brought = [];
  for (const file of files) brought.push(await bring(officer, file));
  const { id } = await officer.post('/api/resources', { record: { ...record, files: brought } });
  await officer.post(`/api/resources/${id}/submission`);
  const gate = `/api/resources/${id}/review`;
  const word = (/** @type {any} */ { key }) => ({ key, decision: 'allow', reason: t('reviewRead') });
  await takeTurn(await signedInAt(url, reviewerAt.email), gate, word);
  const publisher = await signedInAt(url, publisherAt.email);
  const { digest } = await takeTurn(publisher, gate, word);
  await publisher.post(`/api/resources/${id}/release`, { digest, filesRead: true });
};

/** What the demonstration shares. @param {Place} place @param {Texts} t */
export const firstResources = (place, t) =>
  step(t('resources'), async () => {
    const { demonstrationResources } = await import(pathToFileURL(resolve('apps/node/dist/demonstration/resources.js')).href);
    for (const resource of demonstrationResources) await share(place, t, resource);
  });
