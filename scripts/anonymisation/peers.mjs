// @ts-check
/** @typedef {import('@nmirf/anonymisation/measure/labelled').Detection} Detection */
/** @typedef {(text: string, language: string) => Promise<readonly Detection[]>} Peer */

const person = /^(?:person|name|first|last|full)/i;
/** @param {string} type @returns {Detection['label']} */
const labelOf = (type) => (person.test(type) ? 'person' : /place|address|city|country/i.test(type) ? 'place' : 'contact');

/** compromise has people, places, organisations, and terms that look like contacts. @returns {Promise<Peer>} */
const compromise = async () => {
  const { default: nlp } = await import('compromise');
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
/** redact-pii only gives the text back: what stands between the marks tells what they replace. @returns {Promise<Peer>} */
const redactPii = async () => {
  const { default: library } = await import('redact-pii');
  const redactor = new library.SyncRedactor({ globalReplaceWith: MARK });
  return async (text) => {
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

/** openredaction gives each finding its place. @returns {Promise<Peer>} */
const openredaction = async () => {
  const { OpenRedaction } = await import('openredaction');
  const redactor = new OpenRedaction();
  return async (text) => {
    const { detections } = await redactor.detect(text);
    return detections.map(({ position: [start, end], type }) => ({ start, end, label: labelOf(type), tier: 'auto' }));
  };
};

/**
 * The packages of the registry that do something like this one, each behind the same face. One that is not installed is named with why.
 * @returns {Promise<readonly { name: string, peer?: Peer, missing?: string }[]>}
 */
export const peers = () =>
  Promise.all(
    Object.entries({ compromise, 'redact-pii': redactPii, openredaction }).map(async ([name, load]) => {
      try {
        return { name, peer: await load() };
      } catch (error) {
        return { name, missing: error instanceof Error ? error.message : String(error) };
      }
    }),
  );
