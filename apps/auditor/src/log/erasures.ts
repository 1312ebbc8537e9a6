import { withdrawn } from '@nmirf/contracts/content/withdrawal';
import type { Envelope } from '@nmirf/contracts/network/envelope';
import { toBase64url } from '@nmirf/federation/base64url';
import type { Leaf } from '@nmirf/federation/leaf';
import { takedowns, type Trust } from '@nmirf/federation/trust';

const keyOf = (source: string, hash: string): string => `${source} ${hash}`;

/**
 * Messages whose content is gone, and the messages that account for it: their author's own withdrawal, or a takedown that the committee
 * agreed to. A hub that erases what nobody asked it to erase shows itself.
 */
export class Erasures {
  private readonly holes = new Map<string, number>();
  private readonly named = new Set<string>();

  found({ source, hash }: Leaf, position: number): void {
    this.holes.set(keyOf(source, toBase64url(hash)), position);
  }

  hear({ type, source, data }: Pick<Envelope, 'type' | 'source' | 'data'>): void {
    const parsed = type.endsWith('.withdrawn.v1') ? withdrawn.safeParse(data) : undefined;
    if (!parsed?.success || !parsed.data.purge) return;
    for (const hash of parsed.data.target) this.named.add(keyOf(source, hash));
  }

  /** The positions of the holes that nothing accounts for, once the whole log has been read. */
  unexplained(trust: Trust): number[] {
    const named = new Set([...this.named, ...takedowns(trust).flatMap(({ id, target }) => target.map((hash) => keyOf(id, hash)))]);
    return [...this.holes].flatMap(([key, position]) => (named.has(key) ? [] : [position]));
  }
}
