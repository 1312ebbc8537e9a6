import { describe, expect, it } from '@jest/globals';
import { assertIssuable, assertWithdrawable, expiryOf, type InvitationFacts, stateOfInvitation } from './invitation.rules.js';

const now = new Date('2026-11-24T12:00:00Z');
const issuedAt = new Date('2026-11-20T12:00:00Z');
const facts = (changes: Partial<InvitationFacts> = {}): InvitationFacts => ({
  ...{ preparedBy: 'first', issuedAt: null, expiresAt: null, tries: 0, usedAt: null, withdrawnAt: null },
  ...changes,
});
const issued = (changes: Partial<InvitationFacts> = {}) => facts({ issuedAt, expiresAt: expiryOf(issuedAt), ...changes });
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('an invitation', () => {
  it.each([
    ['prepared', facts()],
    ['issued', issued()],
    ['issued', issued({ tries: 4 })],
    ['spent', issued({ tries: 5 })],
    ['expired', issued({ expiresAt: now })],
    ['used', issued({ usedAt: now, expiresAt: now })],
    ['withdrawn', issued({ withdrawnAt: now })],
  ] as const)('is %s', (state, given) => expect(stateOfInvitation(given, now)).toBe(state));

  it('can be used for seven days', () => expect(expiryOf(issuedAt).toISOString()).toBe('2026-11-27T12:00:00.000Z'));

  it('is issued once, by a second officer', () => {
    expect(() => assertIssuable(facts(), 'second', now)).not.toThrow();
    expect(() => assertIssuable(facts(), 'first', now)).toThrow(code('invitation/second-officer-needed'));
    expect(() => assertIssuable(issued(), 'second', now)).toThrow(code('invitation/not-prepared'));
  });

  it('is withdrawn while somebody could still use it', () => {
    expect(() => assertWithdrawable(issued(), now)).not.toThrow();
    expect(() => assertWithdrawable(issued({ usedAt: now }), now)).toThrow(code('invitation/not-open'));
  });
});
