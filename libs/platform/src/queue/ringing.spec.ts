import { describe, expect, it } from '@jest/globals';
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
