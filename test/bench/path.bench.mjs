// @ts-check
/** The whole path, in real processes on this machine: publishing, pulling, one message end to end, memory. Ratios in one run. */
import { createPublicKey, verify } from 'node:crypto';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyEd25519 } from '../../libs/federation/dist/crypto.node.js';
import { secondCheck } from '../../libs/anonymisation/dist/second-check.js';
import { Network } from './network.mjs';
import { gate, practice, record } from './practices.mjs';
import { measurePeers } from './peers/peers.mjs';
import { quantile } from './peers/rate.mjs';
import { cpuOfFamily } from './processes.mjs';

const quick = process.argv.includes('--quick');
const json = process.argv.includes('--json');
const withPeers = process.argv.includes('--peers');
const MESSAGES = Number(process.env['BENCH_MESSAGES'] ?? (quick ? 5_000 : 100_000));
/** What stands in the log before anything is measured: the servers have compiled what they run, and a larger log is compared with it. */
const BEFORE = Math.min(10_000, MESSAGES / 10);
const READS = 40;
const SINGLE = quick ? 50 : 300;
/** A node that has just started compiles as it goes. */
const WARM = 50;
const QUIET_MS = 150;
const VERIFICATIONS = 5_000;
/** Documents that each peer is given: its rate is steady by then. */
const PEER_MESSAGES = 20_000;
const MEGABYTE = 1_048_576;
const WORD =
  practice()
    .summary.title[0]?.text.split(' ')
    .find((word) => word.length > 5) ?? '';

/** @param {readonly string[]} messages how many a second one core verifies: with node:crypto, and as the servers do */
const verifyRates = (messages) => {
  const jws = messages.map((message) => {
    const [signed, signature] = [message.slice(0, message.lastIndexOf('.')), message.slice(message.lastIndexOf('.') + 1)];
    return { signed: Buffer.from(signed), signature: Buffer.from(signature, 'base64url') };
  });
  const [key, raw] = [
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' }),
    Buffer.from(publicKey, 'base64url'),
  ];
  /** @param {(signed: Buffer, signature: Buffer) => boolean} isSigned */
  const rate = (isSigned) => {
    const started = performance.now();
    for (let i = 0; i < VERIFICATIONS; i++) {
      const { signed, signature } = /** @type {{ signed: Buffer, signature: Buffer }} */ (jws[i % jws.length]);
      if (!isSigned(signed, signature)) throw new Error('A message does not verify');
    }
    return VERIFICATIONS / ((performance.now() - started) / 1_000);
  };
  return {
    baseline: rate((signed, signature) => verify(null, signed, key, signature)),
    own: rate((signed, signature) => verifyEd25519(raw, signed, signature)),
  };
};

/** Milliseconds, sorted, that readers of a hub wait: for a page of its log, and for the library with the word that every practice has. @param {string} url @param {number} size */
const reads = async (url, size) => {
  const paths = {
    feed: () => `/nmirf/v1/feed?limit=500&wait=0&from=${Math.floor(Math.random() * Math.max(1, size - 500))}`,
    library: () => `/api/library/practices?q=${WORD}`,
    facets: () => `/api/library/practices/facets?q=${WORD}`,
  };
  /** @type {Record<keyof typeof paths, number[]>} */ const times = { feed: [], library: [], facets: [] };
  for (let i = 0; i < READS; i++)
    for (const [name, path] of /** @type {[keyof typeof paths, () => string][]} */ (Object.entries(paths))) {
      const started = performance.now();
      const answer = await fetch(url + path());
      const text = await answer.text();
      if (!answer.ok) throw new Error(text);
      if (i >= READS / 4) times[name].push(performance.now() - started);
    }
  for (const list of Object.values(times)) list.sort((a, b) => a - b);
  return times;
};

/** @param {() => unknown} work @param {number} times @returns {number} milliseconds a time, after a warm-up */
const timeOf = (work, times) => {
  for (let i = 0; i < times / 10; i++) work();
  const started = performance.now();
  for (let i = 0; i < times; i++) work();
  return (performance.now() - started) / times;
};

/** CPU microseconds a message of each process while `work` runs. @param {Record<string, number>} pids @param {number} count @param {() => Promise<void>} work */
const measured = async (pids, count, work) => {
  const before = Object.entries(pids).map(([name, pid]) => /** @type {const} */ ([name, cpuOfFamily(pid)]));
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1_000;
  const cpu = Object.fromEntries(
    before.map(([name, used]) => [name, Math.round((cpuOfFamily(/** @type {number} */ (pids[name])) - used) / count)]),
  );
  return { rate: count / seconds, cpu };
};

const ARRIVALS = `
  create function tell_arrival() returns trigger language plpgsql as $$ begin perform pg_notify('arrival', new.id::text); return new; end $$;
  create trigger arrival after insert on replica_practice for each row execute function tell_arrival()`;

/** One message at a time, from the draft to the other node's library, in milliseconds. @param {Network} network */
const endToEnd = async (network) => {
  const [writer, reader] = [await network.writer(), await network.client('bb')];
  const times = [];
  // A trigger tells of the arrival: asking every millisecond would cost the very cores that are measured.
  await reader.query(ARRIVALS);
  await reader.query('listen arrival');
  /** @type {(id: string) => void} */ let arrived = () => undefined;
  reader.on('notification', ({ payload }) => arrived(payload ?? ''));
  for (let i = 0; i < WARM + SINGLE; i++) {
    // Low load: what the message before left to be done, its cosignatures above all, is done.
    await pause(QUIET_MS);
    const started = performance.now();
    const arrival = new Promise((resolve) => (arrived = resolve));
    const id = await writer.publish();
    if ((await arrival) !== id) throw new Error('Another practice arrived');
    if (i >= WARM) times.push(performance.now() - started);
  }
  await Promise.all([writer.close(), reader.end()]);
  return times.sort((a, b) => a - b);
};

/** Peers beside us, in the same run on the same documents. @param {Awaited<ReturnType<typeof measurePeers>>} peers @param {{ publish: number, pull: number }} ours */
const peerRows = (peers, ours) =>
  peers.flatMap(({ name, guarantees, goals, figures, missing }) => {
    if (!figures) return [[name, missing ?? '', '', '']];
    const { publish, pull, p50, p99 } = figures;
    const latency =
      p50 === undefined || p99 === undefined ? [] : [[`${name}, p50 / p99`, `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`, '', '']];
    return [
      [`${name}, push`, `${Math.round(publish)}/s`, `${(ours.publish / publish).toFixed(2)} ×`, `≥ ${goals.publish} × (${guarantees})`],
      [`${name}, pull`, `${Math.round(pull)}/s`, `${(ours.pull / pull).toFixed(2)} ×`, goals.pull === undefined ? '' : `≥ ${goals.pull} ×`],
      ...latency,
    ];
  });

const network = new Network();
let publicKey = '';
try {
  await network.found();
  publicKey = (await network.signer('aa')).publicKey.x;
  const [first, second] = /** @type {[import('./processes.mjs').Server, import('./processes.mjs').Server]} */ (network.nodes);
  await network.hub.start();
  // A sender knows its network before it sends.
  await first.start();
  await network.reaches('aa', 1);
  await first.stop();
  // The publishing leg alone: while this lock is held the sender does not follow the log, and until the ring it does not send.
  const lock = await network.client('aa');
  await lock.query(`select pg_advisory_lock(hashtextextended('pull', 0))`);
  const rest = () => lock.query(`update link set next_try_at = now() + interval '1 hour'`);
  const publish = async (/** @type {number} */ size) => {
    await network.ring();
    await network.reaches('hub', size);
    while (Number((await lock.query(`select count(*) from outgoing_message where state = 'sealed'`)).rows[0].count) > 0) await pause(5);
  };
  await rest();
  await first.start();
  await network.signIn();
  const sample = await network.seal(BEFORE);
  const { baseline, own } = verifyRates(sample);
  await publish(BEFORE + 1);
  await network.rests('hub');
  const url = /** @type {string} */ (network.hub.environment['PUBLIC_URL']);
  const small = await reads(url, BEFORE);
  await rest();
  await network.seal(MESSAGES);
  const publishing = await measured({ hub: network.hub.pid, sender: first.pid, postgres: network.postmaster() }, MESSAGES, () =>
    publish(BEFORE + MESSAGES + 1),
  );
  await lock.end();
  await first.stop();
  await network.rests('hub');
  const large = await reads(url, BEFORE + MESSAGES);

  const follower = await network.client('bb');
  await follower.query(`update link set next_try_at = now() + interval '1 hour'`);
  await second.start();
  const pulling = await measured(
    { hub: network.hub.pid, puller: second.pid, postgres: network.postmaster() },
    BEFORE + MESSAGES,
    async () => {
      await follower.query('update link set next_try_at = null');
      await network.reaches('bb', BEFORE + MESSAGES + 1);
    },
  );
  await follower.end();

  await first.start();
  await network.reaches('aa', BEFORE + MESSAGES + 1);
  await first.stop();
  const times = await endToEnd(network);
  const peaks = [network.hub, first, second].map(({ peak }) => peak / MEGABYTE);

  // Peers have the machine alone, as the path had it.
  await network.close();
  const documents = Array.from({ length: Math.min(MESSAGES, PEER_MESSAGES) }, () => JSON.stringify(practice()));
  const peers = withPeers ? await measurePeers(documents) : [];

  const published = practice();
  const characters = JSON.stringify(record).length;
  const rows = [
    ['node:crypto verifies, one core', `${Math.round(baseline)}/s`, '1', ''],
    ['publishing leg', `${Math.round(publishing.rate)}/s`, (publishing.rate / baseline).toFixed(2), '≥ 0.3'],
    ['pulling leg', `${Math.round(pulling.rate)}/s`, (pulling.rate / baseline).toFixed(2), '≥ 0.4'],
    ['bootstrap of a node, times its signatures', `${(own / pulling.rate).toFixed(1)} ×`, '', '≤ 1.5 ×'],
    ...Object.entries(large).map(([name, times]) => [
      `${name}, p50 / p95, against ${BEFORE} messages`,
      `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)} ms`,
      `${(quantile(times, 0.5) / quantile(small[/** @type {keyof typeof small} */ (name)], 0.5)).toFixed(2)} ×`,
      '≤ 1.2 ×',
    ]),
    ['one message end to end, p50', `${quantile(times, 0.5).toFixed(1)} ms`, '', '≤ 25 ms'],
    ['one message end to end, p99', `${quantile(times, 0.99).toFixed(1)} ms`, '', ''],
    ['memory of hub, sender, puller, most', peaks.map((peak) => Math.round(peak)).join(' '), 'MB', '< 250 MB each'],
    ['second check, 2 KB', `${(timeOf(() => secondCheck(published), 2_000) * 1_000).toFixed(0)} µs`, '', '≤ 60 µs'],
    ['anonymiser, 1,000 characters', `${((timeOf(gate, 50) * 1_000) / characters).toFixed(2)} ms`, '', '≤ 5 ms'],
    ['CPU µs a message, publishing', JSON.stringify(publishing.cpu), '', ''],
    ['CPU µs a message, pulling', JSON.stringify(pulling.cpu), '', ''],
    ...peerRows(peers, { publish: publishing.rate, pull: pulling.rate }),
  ];
  const machine = `${cpus()[0]?.model} × ${cpus().length}, Node ${process.version}, ${MESSAGES} messages of ${sample[0]?.length} bytes, ${new Date().toISOString().slice(0, 10)}`;
  if (json)
    process.stdout.write(
      `${JSON.stringify({ machine, baseline, publishing, pulling, p50: quantile(times, 0.5), p99: quantile(times, 0.99), peaks, peers })}\n`,
    );
  else
    process.stdout.write(
      `${machine}\n${rows.map(([what = '', value = '', ratio = '', goal = '']) => `  ${what.padEnd(44)} ${value.padStart(16)} ${ratio.padStart(7)} ${goal}`).join('\n')}\n`,
    );
} finally {
  await network.close();
}
