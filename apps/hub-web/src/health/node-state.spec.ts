import { describe, expect, it } from '@jest/globals';
import { nodeState } from './node-state.js';

const now = Date.parse('2026-11-29T12:00:00Z');

describe('the state of a node', () => {
  it.each([
    ['unheard', {}],
    ['unheard', { lastContactAt: '2026-11-29T11:59:00Z' }],
    ['current', { lastContactAt: '2026-11-29T11:59:00Z', lag: 0 }],
    ['behind', { lastContactAt: '2026-11-29T11:59:00Z', lag: 3 }],
    ['current', { lastContactAt: '2026-11-28T12:00:00Z', lag: 0 }],
    ['silent', { lastContactAt: '2026-11-28T11:59:59Z', lag: 0 }],
  ] as const)('is %s for %j', (state, node) => {
    expect(nodeState(node, now)).toBe(state);
  });
});
