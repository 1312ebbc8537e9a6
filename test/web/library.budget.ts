import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { clientFolder, openBrowser } from '../harness/browser.js';
import { RealNetwork } from '../harness/real-network.js';

/** A slow line and an old machine: 750 kbit/s, 300 ms, a CPU slowed four times. */
const LINE = { offline: false, latency: 300, downloadThroughput: 750_000 / 8, uploadThroughput: 750_000 / 8 };
const CPU_SLOWED = 4;
const VISITS = 3;
const KILOBYTE = 1_000;

interface Visit {
  readonly script: number;
  readonly style: number;
  readonly all: number;
  /** Milliseconds until the largest content was painted, and how much the layout shifted. */
  readonly painted: number;
  readonly shift: number;
}

interface Seen {
  painted: number;
  shift: number;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Runs in the page: keeps what the browser says about painting and layout. */
const observe = (): void => {
  const seen: Seen = { painted: 0, shift: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.painted = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { readonly value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
};

const visit = async (browser: Browser, url: string): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWED });
  const kinds = new Map<string, string>();
  const weights: Record<string, number> = {};
  devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    weights[kind] = (weights[kind] ?? 0) + encodedDataLength;
  });
  await page.addInitScript(observe);
  await page.goto(url, { waitUntil: 'networkidle' });
  const { painted, shift } = await page.evaluate<Seen>('seen');
  await context.close();
  const all = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return { script: weights['Script'] ?? 0, style: weights['Stylesheet'] ?? 0, all, painted, shift };
};

describe('the first visit of the library', () => {
  const network = new RealNetwork();
  let browser: Browser;

  beforeAll(async () => {
    await network.start({ hub: clientFolder('hub'), node: clientFolder('node') });
    await network.publish(27);
    await network.settled();
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await network.stop();
  }, 60_000);

  it.each(['en', 'ar'])(
    'stays within its budget, in %s',
    async (language) => {
      const url = `${network.hub.environment['PUBLIC_URL']!}/${language}/practices`;
      const visits: Visit[] = [];
      for (let turn = 0; turn < VISITS; turn += 1) visits.push(await visit(browser, url));
      const [script, style, all, painted, shift] = (['script', 'style', 'all', 'painted', 'shift'] as const).map((name) =>
        median(visits.map((each) => each[name])),
      ) as [number, number, number, number, number];
      const rows = [
        ['script', `${(script / KILOBYTE).toFixed(0)} kB`, '≤ 200 kB', script <= 200 * KILOBYTE],
        ['style', `${(style / KILOBYTE).toFixed(1)} kB`, '≤ 25 kB', style <= 25 * KILOBYTE],
        ['everything', `${(all / KILOBYTE).toFixed(0)} kB`, '≤ 400 kB', all <= 400 * KILOBYTE],
        ['largest contentful paint', `${painted.toFixed(0)} ms`, '≤ 2,200 ms', painted <= 2_200],
        ['layout shift', shift.toFixed(3), '< 0.02', shift < 0.02],
      ] as const;
      process.stdout.write(
        `\n${language}\n${rows.map(([what, value, goal]) => `  ${what.padEnd(26)} ${value.padStart(10)}  ${goal}`).join('\n')}\n`,
      );
      expect(rows.filter(([, , , isWithin]) => !isWithin).map(([what, value, goal]) => `${what}: ${value}, ${goal}`)).toEqual([]);
    },
    120_000,
  );
});
