import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Ringing } from './ringing.js';

/** A handler whose runs end when they are told to. */
const gated = () => {
  const gates: (() => void)[] = [];
  const state = { runs: 0, atOnce: 0, most: 0 };
  const ringing = new Ringing(async () => {
    state.runs += 1;
    state.most = Math.max(state.most, (state.atOnce += 1));
    await new Promise<void>((resolve) => gates.push(resolve));
    state.atOnce -= 1;
  });
  return { ringing, state, open: () => gates.shift()?.() };
};

describe('ringing', () => {
  it('starts at once', () => {
    const { ringing, state } = gated();
    void ringing.ring();
    expect(state.runs).toBe(1);
    expect(ringing.isQuiet).toBe(false);
  });

  it('runs once more, however often it was rung meanwhile', async () => {
    const { ringing, state, open } = gated();
    const first = ringing.ring();
    const [second, third] = [ringing.ring(), ringing.ring()];
    open();
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    open();
    await Promise.all([second, third, ringing.quiet()]);
    expect(state).toEqual({ runs: 2, atOnce: 0, most: 1 });
  });

  it('is never twice at once when rung as a run ends', async () => {
    const { ringing, state, open } = gated();
    const first = ringing.ring();
    void ringing.ring();
    void first.then(() => ringing.ring());
    open();
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    expect(state.most).toBe(1);
  });

  it('lets a run end when it is stopped, and begins no other', async () => {
    const { ringing, state, open } = gated();
    void ringing.ring();
    void ringing.ring();
    const stopped = ringing.stop();
    open();
    await stopped;
    await ringing.ring();
    expect(state.runs).toBe(1);
  });
});

describe('a rest', () => {
  const REST_MS = 1_000;
  let runs = 0;
  let ringing: Ringing;

  beforeEach(() => {
    jest.useFakeTimers();
    runs = 0;
    ringing = new Ringing(async () => {
      runs += 1;
    }, REST_MS);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('lies between two runs, however often it was rung meanwhile', async () => {
    await ringing.ring();
    void ringing.ring();
    const last = ringing.ring();
    await jest.advanceTimersByTimeAsync(REST_MS - 1);
    expect(runs).toBe(1);
    expect(ringing.isQuiet).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await last;
    expect(runs).toBe(2);
  });

  it('keeps nobody waiting who rings when it is over', async () => {
    await ringing.ring();
    await jest.advanceTimersByTimeAsync(REST_MS);
    void ringing.ring();
    expect(runs).toBe(2);
  });

  it('ends for whoever waits until nothing is left to be done', async () => {
    await ringing.ring();
    void ringing.ring();
    await ringing.quiet();
    expect(runs).toBe(2);
  });

  it('ends when it is stopped, and nothing begins behind it', async () => {
    await ringing.ring();
    const waiting = ringing.ring();
    await ringing.stop();
    await waiting;
    expect(runs).toBe(1);
  });
});
