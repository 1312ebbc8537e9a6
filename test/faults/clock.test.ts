import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RealNetwork } from '../harness/real-network.js';
import { RealServer } from '../harness/real-server.js';

const network = new RealNetwork();
beforeAll(() => network.start());
afterAll(async () => {
  await network.nodes[0]!.stop();
  await network.stop();
});

const HOUR_MS = 3_600_000;

/** What a process loads first to have a clock that is wrong by this much. */
const shifted = (byMs: number): string =>
  `--import=data:text/javascript,${encodeURIComponent(
    `const Real=Date;globalThis.Date=class extends Real{constructor(...a){a.length?super(...a):super(Real.now()+${byMs})}static now(){return Real.now()+${byMs}}}`,
  )}`;

describe('everything arrives once, although the clock of a node is', () => {
  it.each([
    ['an hour ahead', HOUR_MS],
    ['an hour behind', -HOUR_MS],
    ['a day ahead', 24 * HOUR_MS],
    ['a day behind', -24 * HOUR_MS],
  ])('%s', async (_, byMs) => {
    const before = network.nodes[0]!;
    await before.stop();
    network.nodes[0] = new RealServer('node', { ...before.environment, NODE_OPTIONS: shifted(byMs) });
    await network.nodes[0].start();
    await network.publish(5);
    const [hub, ...nodes] = await network.settled();
    for (const node of nodes) expect(node).toEqual(hub);
  });
});
