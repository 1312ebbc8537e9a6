// @ts-check
import { installPeers } from '../steps/peer-packages.mjs';

/** @typedef {import('@nmirf/anonymisation/measure/labelled').Detection} Detection */
/** @typedef {(text: string, language: string) => Promise<readonly Detection[]>} Peer */
/** @typedef {(name: keyof typeof VERSIONS) => Promise<any>} Load */

/** What the bench measures itself against. Nothing else needs them and some pull old packages, so they live in a folder of their own. */
const VERSIONS = { compromise: '14.17.0', 'redact-pii': '3.4.0', openredaction: '1.1.5' };
const FOLDER = 'node_modules/.peers';

const person = /^(?:person|name|first|last|full)/i;
/** @param {string} type @returns {Detection['label']} */
const labelOf = (type) => (person.test(type) ? 'person' : /place|address|city|country/i.test(type) ? 'place' : 'contact');

/** compromise has people, places, organisations, and terms that look like contacts. @param {Load} load @returns {Promise<Peer>} */
const compromise = async (load) => {
  const { default: nlp } = await load('compromise');
  return async (text) => {
    const doc = nlp(text);
    /** @param {any} view @param {Detection['label']} label */
    const spans = (view, label) =>
      view
        .json({ offset: true })
        .map((/** @type {any} */ { offset }) => ({ start: offset.start, end: offset.start + offset.length, label, tier: 'auto' }));
    return [
      ...spans(doc.people(), 'person'),
      ...spans(doc.places(), 'place'),
      ...spans(doc.organizations(), 'organisation'),
      ...spans(doc.match('(#Email|#PhoneNumber|#Url|#AtMention)'), 'contact'),
    ];
  };
};

const MARK = '\ue000';
/** redact-pii only gives the text back: what stands between the marks tells what they replace. @param {Load} load @returns {Promise<Peer>} */
const redactPii = async (load) => {
  const { default: library } = await load('redact-pii');
  const redactor = new library.SyncRedactor({ globalReplaceWith: MARK });
  return async (text) => {
    /** @type {string[]} */
    const parts = redactor.redact(text).split(MARK);
    /** @type {Detection[]} */
    const spans = [];
    let at = 0;
    parts.forEach((part, i) => {
      const found = i === parts.length - 1 && part === '' ? text.length : text.indexOf(part, at);
      const start = found < 0 ? at : found;
      if (i > 0 && start > at) {
        const label = /\d|@/.test(text.slice(at, start)) ? 'contact' : 'person';
        spans.push({ start: at, end: start, label, tier: 'auto' });
      }
      at = start + part.length;
    });
    return spans;
  };
};

/** openredaction gives each finding its place. @param {Load} load @returns {Promise<Peer>} */
const openredaction = async (load) => {
  const { OpenRedaction } = await load('openredaction');
  const redactor = new OpenRedaction();
  return async (text) => {
    /** @type {{ detections: readonly { position: [number, number], type: string }[] }} */
    const { detections } = await redactor.detect(text);
    return detections.map(({ position: [start, end], type }) => ({ start, end, label: labelOf(type), tier: 'auto' }));
  };
};

/**
 * The packages of the registry that do something like this one, each behind the same face. One that cannot be had is named with why.
 * @returns {Promise<readonly { name: string, peer?: Peer, missing?: string }[]>}
 */
export const peers = async () => {
  const { load, failed } = await installPeers(FOLDER, VERSIONS).then(
    (brings) => ({ load: brings, failed: undefined }),
    (error) => ({ load: undefined, failed: String(error.message) }),
  );
  return Promise.all(
    Object.entries({ compromise, 'redact-pii': redactPii, openredaction }).map(async ([name, open]) => {
      if (load === undefined) return { name, missing: failed };
      try {
        return { name, peer: await open(load) };
      } catch (error) {
        return { name, missing: error instanceof Error ? error.message : String(error) };
      }
    }),
  );
};
