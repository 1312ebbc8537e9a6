// @ts-check
import { setTimeout as pause } from 'node:timers/promises';
import { keepSealed } from './network.mjs';

/** @typedef {import('./network.mjs').Network} Network */
/** @typedef {Awaited<ReturnType<Network['writer']>>} Writer */

/** A node that has just started compiles as it goes: so many messages, or seconds, are not counted. */
const WARM = 50;
const WARM_S = 3;
const QUIET_MS = 150;
const PER_SECOND = 500;
const TICK_MS = 10;

// A trigger tells of the arrival: asking every millisecond would cost the very cores that are measured.
const ARRIVALS = `
  create or replace function tell_arrival() returns trigger language plpgsql as $$ begin perform pg_notify('arrival', new.id::text); return new; end $$;
  create or replace trigger arrival after insert on replica_practice for each row execute function tell_arrival();
  listen arrival`;

/** Calls `arrived` with every practice that the second node's library gets. @param {Network} network @param {(id: string) => void} arrived */
const listen = async (network, arrived) => {
  const reader = await network.client('bb');
  reader.on('notification', ({ payload }) => arrived(payload ?? ''));
  await reader.query(ARRIVALS);
  return reader;
};

/**
 * One message at a time, from the draft to the other node's library, in milliseconds.
 * @param {Network} network @param {Writer} writer @param {number} count
 */
export const endToEnd = async (network, writer, count) => {
  /** @type {(id: string) => void} */ let arrived = () => undefined;
  const reader = await listen(network, (id) => arrived(id));
  const times = [];
  for (let i = 0; i < WARM + count; i++) {
    // Low load: what the message before left to be done, its cosignatures above all, is done.
    await pause(QUIET_MS);
    const started = performance.now();
    const arrival = new Promise((resolve) => (arrived = resolve));
    const id = await writer.publish();
    if ((await arrival) !== id) throw new Error('Another practice arrived');
    if (i >= WARM) times.push(performance.now() - started);
  }
  await reader.end();
  return times.sort((a, b) => a - b);
};

/**
 * Sealed messages at a steady rate, whatever becomes of those before: milliseconds, sorted, from when each was due to when it stands in
 * the other node's library.
 * @param {Network} network @param {Writer} writer @param {number} seconds
 */
export const openLoop = async (network, writer, seconds) => {
  const count = (WARM_S + seconds) * PER_SECOND;
  /** @type {Map<string, number>} */ const due = new Map();
  /** @type {Map<string, number>} */ const arrivals = new Map();
  const reader = await listen(network, (id) => arrivals.set(id, performance.now()));
  const [client, signer] = [await network.client('aa'), await network.signer('aa')];
  const started = performance.now();
  for (let made = 0; made < count;) {
    await pause(Math.max(0, started + (made * 1_000) / PER_SECOND + TICK_MS - performance.now()));
    // What fell due while the last were kept is kept at once.
    const until = Math.min(count, Math.floor(((performance.now() - started) * PER_SECOND) / 1_000));
    const rows = Array.from({ length: until - made }, () => network.sealOne(signer));
    for (const [i, { subject }] of rows.entries()) due.set(subject.slice('practice:'.length), started + ((made + i) * 1_000) / PER_SECOND);
    made = until;
    await keepSealed(client, rows);
    await writer.ring();
  }
  while (arrivals.size < due.size) await pause(50);
  await Promise.all([client.end(), reader.end()]);
  const counted = [...due].slice(WARM_S * PER_SECOND);
  return counted.map(([id, at]) => (arrivals.get(id) ?? Infinity) - at).sort((a, b) => a - b);
};
