// @ts-check
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { personAt, signedInAt } from './browserless.mjs';
import { NODE_OF, PERSONS, SERVERS, urlOf, urlOfServer } from './network.mjs';
import { Refusal, say, step } from './terminal.mjs';

/** @typedef {import('./network.mjs').Place} Place */
/** @typedef {import('./servers.mjs').Texts} Texts */

const PATIENCE = 60_000;

/** The first practice of a State's demonstration: a record with private parts. @param {string} country */
const firstRecord = async (country) => {
  const { demonstrationPractices } = await import(pathToFileURL(resolve('apps/node/dist/demonstration/practices.js')).href);
  return demonstrationPractices(country)[0];
};

/** Does the work of a step and shows nothing of it. @param {string} _ @param {() => Promise<any>} work */
const unseen = (_, work) => work();

/**
 * Asks until `done` gives something, within a minute.
 * @template T @param {string} what @param {() => Promise<T | undefined>} done @returns {Promise<T>}
 */
const eventually = async (what, done) => {
  for (const deadline = performance.now() + PATIENCE; performance.now() < deadline; await pause(150)) {
    const result = await done();
    if (result !== undefined) return result;
  }
  throw new Refusal(what);
};

/**
 * Every flag is decided as a careful reviewer would: what the gate found is masked, the practice is made more general where few look like it,
 * and a whole text (an Arabic one) is let through as read. @param {any} finding @param {Texts} t
 */
const wordOn = ({ key, why, start, end }, t) => {
  if (why === 'few-alike') return { key, decision: 'generalise' };
  return start === end ? { key, decision: 'allow', reason: t('reviewRead') } : { key, decision: 'mask' };
};

/**
 * One reviewer's turn at the gate: what nobody has decided, and what somebody else has and takes two.
 * @param {ReturnType<typeof personAt>} reviewer @param {string} gate its path @param {(finding: any) => object} word
 * @returns {Promise<any>} the gate's page after it
 */
export const takeTurn = async (reviewer, gate, word) => {
  const review = await reviewer.get(gate);
  const open = review.findings.filter(
    (/** @type {any} */ { tier, decision, second, mine }) => (tier === 'flag' && !decision) || (second === 'needed' && !mine),
  );
  const decisions = open.map((/** @type {any} */ finding) => word(finding));
  return decisions.length > 0 ? reviewer.put(gate, { decisions }) : review;
};

/**
 * @param {Place} place @param {Texts} t @param {string} country @param {(text: string, work: () => Promise<any>) => Promise<any>} show
 * @returns {Promise<string>} the public id of the practice
 */
const publish = async (place, t, country, show) => {
  const url = urlOfServer(place, NODE_OF[country]);
  const [officerAt, reviewerAt, publisherAt] = PERSONS[NODE_OF[country]];
  /** @param {{ email: string, name: string }} person */
  const signIn = ({ email, name }) => show(t('signIn', { role: name }), () => signedInAt(url, email));
  const officer = await signIn(officerAt);
  const { id } = await show(t('write'), async () => officer.post('/api/practices', { record: await firstRecord(country) }));
  await show(t('submit'), () => officer.post(`/api/practices/${id}/submission`));
  const reviewer = await signIn(reviewerAt);
  const publisher = await signIn(publisherAt);
  const gate = `/api/practices/${id}/review`;
  const word = (/** @type {any} */ finding) => wordOn(finding, t);
  await show(t('review'), () => takeTurn(reviewer, gate, word));
  const review = await show(t('confirm'), () => takeTurn(publisher, gate, word));
  if (!review.mayRelease) throw new Refusal(JSON.stringify(review.obstacles, undefined, 2));
  const released = await show(t('release'), () => publisher.post(`/api/practices/${id}/release`, { digest: review.digest }));
  return released.released.practice;
};

/** @param {string} url @param {string} path */
const quietly = (url, path) =>
  personAt(url)
    .get(path)
    .catch(() => undefined);

/**
 * The main job, for real: an officer writes, a second person releases, and the summary stands in every library under one root.
 * @param {Place} place @param {Texts} t
 */
export const firstPublication = async (place, t) => {
  say(`\n${t('publication')}`);
  const practice = await publish(place, t, 'MAR', step);
  for (const server of SERVERS)
    await step(t('arrived', { name: t(server.name) }), () =>
      eventually(t(server.name), () => quietly(urlOf(place, server), `/api/library/practices/${practice}`)),
    );
  const logs = await eventually('root', async () => {
    const views = await Promise.all(SERVERS.map((server) => quietly(urlOf(place, server), '/api/log')));
    return views.every((view) => view && view.root === views[0].root) ? views : undefined;
  });
  say(`  ${t('sameRoot', { size: logs[0].size, root: logs[0].root })}`);
};

/** What the others publish, each in its own languages. @param {Place} place @param {Texts} t */
export const otherPublications = (place, t) =>
  step(t('otherPublications'), async () => {
    for (const country of ['PRT', 'PRY']) await publish(place, t, country, unseen);
  });
