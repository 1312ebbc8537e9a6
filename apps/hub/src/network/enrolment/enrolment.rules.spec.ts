import { describe, expect, it } from '@jest/globals';
import { assertApprovable, assertWaiting, type EnrolmentFacts, stateOfEnrolment } from './enrolment.rules.js';

const facts = (changes: Partial<EnrolmentFacts> = {}): EnrolmentFacts => ({ refusedAt: null, proposal: null, approvedBy: [], ...changes });
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('an enrolment', () => {
  it.each([
    ['waiting', facts()],
    ['waiting', facts({ approvedBy: ['first'] })],
    ['approved', facts({ approvedBy: ['first', 'second'] })],
    ['proposed', facts({ approvedBy: ['first', 'second'], proposal: 'hash' })],
    ['proposed', facts({ proposal: 'hash', decided: 'open' })],
    ['member', facts({ proposal: 'hash', decided: 'accepted' })],
    ['rejected', facts({ proposal: 'hash', decided: 'rejected' })],
    ['void', facts({ proposal: 'hash', decided: 'void' })],
    ['refused', facts({ approvedBy: ['first'], refusedAt: new Date(0) })],
  ] as const)('is %s', (state, given) => expect(stateOfEnrolment(given)).toBe(state));

  it('needs two different officers', () => {
    expect(() => assertApprovable(facts({ approvedBy: ['first'] }), 'second')).not.toThrow();
    expect(() => assertApprovable(facts({ approvedBy: ['first'] }), 'first')).toThrow(code('enrolment/second-officer-needed'));
  });

  it('takes no word once it is decided', () => {
    expect(() => assertApprovable(facts({ refusedAt: new Date(0) }), 'first')).toThrow(code('enrolment/not-waiting'));
    expect(() => assertWaiting(facts({ approvedBy: ['first', 'second'] }))).toThrow(code('enrolment/not-waiting'));
  });
});
