import { describe, expect, it } from '@jest/globals';
import { reviewerPseudonym } from '@nmirf/contracts/practices/report';
import { pseudonymsWithin } from './reviewers.js';

const persons = ['0198c0de-0000-4000-8000-000000000001', '0198c0de-0000-4000-8000-000000000002'];

describe('a pseudonym for one practice alone', () => {
  it('is the same for one person in one practice, and tells two persons apart', () => {
    const [one, two] = pseudonymsWithin('a practice', persons);
    expect(pseudonymsWithin('a practice', persons)).toEqual([one, two]);
    expect(one).not.toBe(two);
    expect([one, two].every((pseudonym) => reviewerPseudonym.safeParse(pseudonym).success)).toBe(true);
  });

  it('ties no two practices together', () => {
    expect(pseudonymsWithin('a practice', persons)).not.toEqual(pseudonymsWithin('another', persons));
  });
});
