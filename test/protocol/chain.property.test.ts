import { describe, expect, it } from '@jest/globals';
import type { ChainHead } from '@nmirf/contracts/network/envelope';
import { zeroHash } from '@nmirf/contracts/network/names';
import { toBase64url } from '@nmirf/federation/base64url';
import { expectedPlace, follow } from '@nmirf/federation/chain';
import { sha256 } from '@nmirf/federation/crypto';
import fc from 'fast-check';

interface Link {
  readonly epoch: number;
  readonly seq: number;
  readonly prev: string;
  readonly hash: Uint8Array;
}

/** A chain of these lengths, an epoch each. */
function chainOf(lengths: readonly number[]): Link[] {
  const links: Link[] = [];
  lengths.forEach((length, e) => {
    for (let seq = 1; seq <= length; seq++) {
      const prev = links.length === 0 ? zeroHash : toBase64url(links.at(-1)!.hash);
      links.push({ epoch: e + 1, seq, prev, hash: sha256(Buffer.from(`${e}/${seq}`)) });
    }
  });
  return links;
}

const headOf = (link: Link | undefined): ChainHead | undefined =>
  link && { epoch: link.epoch, seq: link.seq, hash: toBase64url(link.hash) };
const lengths = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 });

describe('a sender’s chain', () => {
  it('is accepted link by link, each epoch once it is granted', () => {
    fc.assert(
      fc.property(lengths, (epochs) => {
        let head: ChainHead | undefined;
        for (const link of chainOf(epochs)) {
          expect(expectedPlace(head, link.epoch)).toEqual({ epoch: link.epoch, seq: link.seq, prev: link.prev });
          const following = follow(head, link, link.hash, link.epoch);
          expect(following).toEqual({ outcome: 'next', head: headOf(link) });
          if (following.outcome === 'next') head = following.head;
        }
      }),
    );
  });

  it('accepts after a head nothing but its one successor', () => {
    fc.assert(
      fc.property(lengths, fc.nat(), fc.nat(), (epochs, at, other) => {
        const links = chainOf(epochs);
        const head = links[at % links.length]!;
        const link = links[other % links.length]!;
        const outcome = follow(headOf(head), link, link.hash).outcome;
        const distance = links.indexOf(link) - links.indexOf(head);
        const isSameEpoch = link.epoch === head.epoch;
        expect(outcome).toBe(distance === 0 ? 'duplicate' : distance < 0 ? 'past' : distance === 1 && isSameEpoch ? 'next' : 'gap');
      }),
    );
  });

  it('shows two messages for one place as a fork, and a wrong predecessor as a gap', () => {
    const [first, second] = chainOf([2]) as [Link, Link];
    const foreign = sha256(Buffer.from('foreign'));
    expect(follow(headOf(second), second, foreign).outcome).toBe('fork');
    expect(follow(headOf(first), { ...second, prev: zeroHash }, second.hash)).toEqual({
      outcome: 'gap',
      expected: { epoch: 1, seq: 2, prev: toBase64url(first.hash) },
    });
    expect(follow(undefined, second, second.hash)).toEqual({ outcome: 'gap', expected: { epoch: 1, seq: 1, prev: zeroHash } });
  });

  it('goes into a new epoch only when it is granted, and then nowhere else', () => {
    const [first, second, again] = chainOf([2, 1]) as [Link, Link, Link];
    expect(follow(headOf(second), again, again.hash).outcome).toBe('gap');
    expect(follow(headOf(second), again, again.hash, 2).outcome).toBe('next');
    expect(follow(headOf(first), second, second.hash, 2).outcome).toBe('gap');
    expect(follow(headOf(again), second, second.hash).outcome).toBe('past');
  });
});
