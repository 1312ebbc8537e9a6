// @ts-check
import { PASSWORD } from './network.mjs';
import { Refusal } from './terminal.mjs';

/**
 * A person at a server's API: keeps the session's cookie, as a browser would.
 * @param {string} url
 */
export const personAt = (url) => {
  let cookie = '';
  const ask = async (/** @type {string} */ method, /** @type {string} */ path, /** @type {unknown} */ body = undefined) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        accept: 'application/json',
        origin: url,
        ...(cookie ? { cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie().map((value) => value.split(';')[0]);
    if (set.length > 0) cookie = set.join('; ');
    const text = await response.text();
    if (!response.ok) throw new Refusal(`${method} ${url}${path}: ${response.status}\n${text}`);
    return text ? JSON.parse(text) : undefined;
  };
  return {
    get: (/** @type {string} */ path) => ask('GET', path),
    post: (/** @type {string} */ path, /** @type {unknown} */ body = undefined) => ask('POST', path, body),
    put: (/** @type {string} */ path, /** @type {unknown} */ body) => ask('PUT', path, body),
    /** Bytes, as they are. */
    bring: (/** @type {string} */ path, /** @type {Buffer} */ bytes) => ask('PUT', path, bytes),
  };
};

/** One of the demonstration's people, signed in. @param {string} url @param {string} email */
export const signedInAt = async (url, email) => {
  const person = personAt(url);
  await person.post('/api/session', { email, password: PASSWORD });
  return person;
};
