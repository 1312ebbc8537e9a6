import { describe, expect, it } from '@jest/globals';
import { isForNobodyElse, leavesOut } from './audience.rules.js';

describe('a later version leaves somebody out', () => {
  it.each([
    [[], 'members', false],
    [['*'], '*', false],
    [['*'], 'members', true],
    [['members'], 'members', false],
    [['members'], '*', false],
    [['members', '*'], 'members', true],
    [[['node:ma']], 'members', false],
    [['members'], ['node:ma'], true],
    [[['node:ma', 'node:pt']], ['node:ma'], true],
    [[['node:ma']], ['node:pt', 'node:ma'], false],
  ] as const)('of %j, for %j: %s', (earlier, wanted, left) => expect(leavesOut(earlier as never, wanted as never)).toBe(left));
});

describe('a list', () => {
  it.each([
    ['*', false],
    ['members', false],
    [['node:ma'], true],
    [['node:ma', 'node:pt'], false],
  ] as const)('%j is for nobody but its author: %s', (readers, alone) => expect(isForNobodyElse(readers as never)).toBe(alone));
});
