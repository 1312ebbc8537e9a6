// @ts-check
/** The whole path, in real processes on this machine: publishing, pulling, one message end to end, memory. Ratios in one run. */
import { createPublicKey, verify } from 'node:crypto';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyEd25519 } from '../../libs/federation/dist/crypto.node.js';
import { secondCheck } from '../../libs/anonymisation/dist/second-check.js';
import { endToEnd, openLoop } from './latency.mjs';
import { Network } from './network.mjs';
import { gate, practice, record } from './practices.mjs';
import { measurePeers } from './peers/peers.mjs';
import { quantile } from './peers/rate.mjs';
import { cpuOfFamily } from './processes.mjs';
import { reads } from './reads.mjs';

const quick = process.argv.includes('--quick');
const json = process.argv.includes('--json');
const withPeers = process.argv.includes('--peers');
const MESSAGES = Number(process.env['BENCH_MESSAGES'] ?? (quick ? 5_000 : 100_000));
/** What stands in the log before anything is measured: the servers have compiled what they run, and a larger log is compared with it. */
const BEFORE = Math.min(10_000, MESSAGES / 10);
const VERIFICATIONS = 5_000;
/** Documents that each peer is given: its rate is steady by then. */
const PEER_MESSAGES = 20_000;
const MEGABYTE = 1_048_576;
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

/** @param {readonly number[]} times sorted */
const spread = (times) => ({ p50: quantile(times, 0.5), p99: quantile(times, 0.99) });

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

/**
 * A leg with how many signatures one core verifies in the seconds right before and behind it: what else the machine does differs by the minute.
 * @param {readonly string[]} messages @param {() => ReturnType<typeof measured>} leg
 */
const besideSignatures = async (messages, leg) => {
  const before = verifyRates(messages);
  const { rate, cpu } = await leg();
  const after = verifyRates(messages);
  return { rate, cpu, baseline: (before.baseline + after.baseline) / 2, own: (before.own + after.own) / 2 };
};

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
  // What the legs leave to be indexed is no part of a low load, or of a steady one.
  const rested = () => Promise.all(['hub', 'aa', 'bb'].map((name) => network.rests(name)));
  const publish = async (/** @type {number} */ size) => {
    await network.ring();
    await network.reaches('hub', size);
    while (Number((await lock.query(`select count(*) from outgoing_message where state = 'sealed'`)).rows[0].count) > 0) await pause(5);
  };
  await rest();
  await first.start();
  await network.signIn();
  const sample = await network.seal(BEFORE);
  await publish(BEFORE + 1);
  await network.rests('hub');
  const url = /** @type {string} */ (network.hub.environment['PUBLIC_URL']);
  const small = await reads(url, BEFORE);
  await rest();
  await network.seal(MESSAGES);
  const publishing = await besideSignatures(sample, () =>
    measured({ hub: network.hub.pid, sender: first.pid, postgres: network.postmaster() }, MESSAGES, () => publish(BEFORE + MESSAGES + 1)),
  );
  await lock.end();
  await first.stop();
  await network.rests('hub');
  const large = await reads(url, BEFORE + MESSAGES);

  const follower = await network.client('bb');
  await follower.query(`update link set next_try_at = now() + interval '1 hour'`);
  await second.start();
  const pulling = await besideSignatures(sample, () =>
    measured({ hub: network.hub.pid, puller: second.pid, postgres: network.postmaster() }, BEFORE + MESSAGES, async () => {
      await follower.query('update link set next_try_at = null');
      await network.reaches('bb', BEFORE + MESSAGES + 1);
    }),
  );
  await follower.end();

  await first.start();
  await network.reaches('aa', BEFORE + MESSAGES + 1);
  await rested();
  await first.stop();
  const writer = await network.writer();
  const steady = await openLoop(network, writer, quick ? 3 : 10);
  await rested();
  const times = await endToEnd(network, writer, quick ? 50 : 300);
  await writer.close();
  const peaks = [network.hub, first, second].map(({ peak }) => peak / MEGABYTE);

  // Peers have the machine alone, as the path had it.
  await network.close();
  const documents = Array.from({ length: Math.min(MESSAGES, PEER_MESSAGES) }, () => JSON.stringify(practice()));
  const peers = withPeers ? await measurePeers(documents) : [];

  const bootstrap = pulling.own / pulling.rate;
  const readers = Object.fromEntries(
    Object.entries(large).map(([name, times]) => {
      const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
      return [name, { p50, p95, ratio: p50 / quantile(small[/** @type {keyof typeof small} */ (name)], 0.5) }];
    }),
  );
  const published = practice();
  const characters = JSON.stringify(record).length;
  const rows = [
    [
      'node:crypto verifies, one core, by each leg',
      [publishing, pulling].map(({ baseline }) => `${Math.round(baseline)}/s`).join(' '),
      '1',
      '',
    ],
    ['publishing leg', `${Math.round(publishing.rate)}/s`, (publishing.rate / publishing.baseline).toFixed(2), '≥ 0.3'],
    ['pulling leg', `${Math.round(pulling.rate)}/s`, (pulling.rate / pulling.baseline).toFixed(2), '≥ 0.4'],
    ['bootstrap of a node, times its signatures', `${bootstrap.toFixed(1)} ×`, '', '≤ 1.5 ×'],
    ...Object.entries(readers).map(([name, { p50, p95, ratio }]) => [
      `${name}, p50 / p95, against ${BEFORE} messages`,
      `${p50.toFixed(1)} / ${p95.toFixed(1)} ms`,
      `${ratio.toFixed(2)} ×`,
      name === 'search' ? '≤ 1.2 ×, p95 ≤ 27 ms of 200,000' : '≤ 1.2 ×',
    ]),
    ['open loop at 500/s, p50 / p99', `${quantile(steady, 0.5).toFixed(0)} / ${quantile(steady, 0.99).toFixed(0)} ms`, '', 'p99 ≤ 300 ms'],
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
      `${JSON.stringify({ machine, publishing, pulling, bootstrap, reads: readers, openLoop: spread(steady), one: spread(times), peaks, peers })}\n`,
    );
  else
    process.stdout.write(
      `${machine}\n${rows.map(([what = '', value = '', ratio = '', goal = '']) => `  ${what.padEnd(44)} ${value.padStart(16)} ${ratio.padStart(7)} ${goal}`).join('\n')}\n`,
    );
} finally {
  await network.close();
}
