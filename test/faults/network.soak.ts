import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { publishedPractice } from '../harness/published-practices.js';
import { type Holdings, holdingsIn, query, RealNetwork } from '../harness/real-network.js';

const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 5);
const SEED = process.env['SOAK_SEED'] ?? 'soak';
/** With the real ones twenty: a genesis takes no more founders. */
const INSIDE = 17;
const REAL = 3;
const MOST_AT_ONCE = 20;
/** How long what is on its way may take once nothing disturbs it any more. */
const PATIENCE_MS = 300_000;
const AUDITOR = join(import.meta.dirname, '../../apps/auditor/bin/nmirf-verify.js');
const REGIONS = ['africa', 'americas', 'asia-pacific', 'europe'] as const;

/** The codes are of those that ISO 3166 leaves to private use: no State is meant. */
const founders = Array.from({ length: REAL + INSIDE }, (_, i) => {
  const letter = String.fromCharCode(97 + i);
  return [`node:s${letter}` as NodeId, `XS${letter.toUpperCase()}`, REGIONS[i % REGIONS.length]!] as const;
});
const network = new RealNetwork(founders, REAL);
let crowd: { readonly app: NestExpressApplication; readonly database: string }[] = [];

/** Numbers below a bound, the same ones for the same seed. */
const drawnFrom = (seed: string): ((below: number) => number) => {
  let count = 0;
  return (below) =>
    createHash('sha256')
      .update(`${seed}:${String(count++)}`)
      .digest()
      .readUInt32BE(0) % below;
};
const draw = drawnFrom(SEED);

const databases = (): string[] => [
  ...[network.hub, ...network.nodes].map(({ environment }) => environment['DATABASE_URL']!),
  ...crowd.map(({ database }) => database),
];

const CUT = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';

const FAULTS: Readonly<Record<string, () => Promise<void>>> = {
  'hub killed': async () => {
    await network.hub.kill();
    await network.hub.start();
  },
  'node killed': async () => {
    const node = network.nodes[draw(REAL)]!;
    await node.kill();
    await node.start();
  },
  'connections cut': async () => void (await query(databases()[draw(databases().length)]!, CUT)),
  'answers held back': async () => {
    const held = network.proxy.hold('/nmirf/v1/', 'answer');
    await pause(draw(2_000));
    held.release();
  },
  'requests held back': async () => {
    const held = network.proxy.hold('/nmirf/v1/messages', 'request');
    await pause(draw(2_000));
    held.release();
  },
};

const send = async ({ app }: { readonly app: NestExpressApplication }, count: number): Promise<void> => {
  const outgoing = app.get(OutgoingFacade, { strict: false });
  await app.get(DataSource).transaction(async (tx) => {
    for (let i = 0; i < count; i++) {
      const data = publishedPractice();
      await outgoing.submit(tx, { type: 'practice.published.v1', subject: `practice:${data.practice}`, data });
    }
  });
  await outgoing.ring();
};

/** Whoever is cut off while it writes knows that nothing was written, and writes again. */
const insist = async (work: () => Promise<void>): Promise<void> => {
  for (let tries = 0; tries < 9; tries++) {
    try {
      return await work();
    } catch {
      await pause(100);
    }
  }
  await work();
};

const STATES = `select count(*) filter (where state in ('accepted', 'proven'))::int as accepted,
  count(*) filter (where state = 'proven')::int as proven, count(*)::int as sent from outgoing_message`;

const states = async (): Promise<Readonly<Record<'sent' | 'accepted' | 'proven', number>>> => {
  const all = await Promise.all(
    databases()
      .slice(1)
      .map((url) => query<{ sent: number; accepted: number; proven: number }>(url, STATES)),
  );
  const sum = (name: 'sent' | 'accepted' | 'proven'): number => all.reduce((total, [row]) => total + row![name], 0);
  return { sent: sum('sent'), accepted: sum('accepted'), proven: sum('proven') };
};

/** The faults, each with how often it was played, and the messages written meanwhile. */
const disturb = async (): Promise<{ readonly written: number; readonly played: Readonly<Record<string, number>> }> => {
  const names = Object.keys(FAULTS);
  const played: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]));
  let written = 0;
  for (const until = Date.now() + MINUTES * 60_000; Date.now() < until;) {
    const count = 1 + draw(MOST_AT_ONCE);
    const writer = draw(INSIDE + 1);
    const name = names[draw(names.length * 3)];
    const fault = name === undefined ? undefined : FAULTS[name]!();
    if (name !== undefined) played[name]! += 1;
    // The first real node writes as well, through a desk beside it.
    await (writer === INSIDE ? insist(() => network.publish(count)) : insist(() => send(crowd[writer]!, count)));
    written += count;
    await fault;
    await pause(draw(300));
  }
  return { written, played };
};

const settled = async (written: number): Promise<readonly Holdings[]> => {
  for (const until = Date.now() + PATIENCE_MS; ; await pause(500)) {
    const holdings = await Promise.all(databases().map(holdingsIn));
    const isDone = holdings.every(({ size, practices }) => size === written + 1 && practices === written);
    if ((isDone && (await states()).proven === written) || Date.now() > until) return holdings;
  }
};

beforeAll(async () => {
  await network.start();
  crowd = [];
  for (const [id] of founders.slice(REAL)) crowd.push(await network.inside(id));
}, 600_000);
afterAll(async () => {
  for (const { app } of crowd) await app.close();
  await network.stop();
}, 300_000);

describe('a network of many nodes, disturbed at random', () => {
  it(
    'loses nothing, doubles nothing, and ends at one root',
    async () => {
      process.stdout.write(
        `\nseed ${SEED}, ${String(MINUTES)} minutes, ${String(INSIDE)} nodes in one process and ${String(REAL)} real ones\n`,
      );
      const { written, played } = await disturb();
      await network.retry();
      const holdings = await settled(written);
      const [hub] = holdings;
      const told = { ...(await states()), lost: written - (hub!.messages - 1), doubled: hub!.size - hub!.messages };
      const rows = [...Object.entries(played), ...Object.entries({ written, ...told })];
      process.stdout.write(`${rows.map(([what, count]) => `  ${what.padEnd(20)} ${String(count).padStart(8)}`).join('\n')}\n`);
      expect(told).toEqual({ sent: written, accepted: written, proven: written, lost: 0, doubled: 0 });
      for (const one of holdings) expect(one).toEqual({ ...hub, gaps: 0 });
      const audit = await promisify(execFile)(process.execPath, [AUDITOR, network.proxy.url, '--json']);
      expect(JSON.parse(audit.stdout)).toMatchObject({ holds: true, size: written + 1 });
    },
    MINUTES * 60_000 + 2 * PATIENCE_MS,
  );
});
