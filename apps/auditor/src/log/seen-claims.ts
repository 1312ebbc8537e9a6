import { fromBase64url } from '@nmirf/federation/base64url';
import type { CheckBook } from '../checks.js';
import { equalHashes } from './hashes.js';
import type { History } from './history.js';
import type { Claim } from './seen.js';
import type { ServedTiles } from './served-tiles.js';

type ClaimCheck = 'seen' | 'known';

/**
 * Compares what others say to have verified with the tree that was read. A hub that shows two histories has to keep everybody who
 * saw the other one from ever publishing in this one.
 */
export class SeenClaims {
  /** The largest size at which somebody else verified this very tree. */
  agreedUpTo = 0;
  private readonly waiting: { readonly claim: Claim; readonly check: ClaimCheck; readonly tile: number }[] = [];

  constructor(
    private readonly book: CheckBook,
    private readonly history: History,
    private readonly tiles: ServedTiles,
  ) {}

  /** Judges a claim now, or when `settle` has fetched what is needed for it. */
  hear(claim: Claim, check: ClaimCheck): void {
    if (claim.size > this.history.size) {
      this.book.fails({ check, reason: 'rolled-back', position: this.history.size, size: claim.size });
      return;
    }
    const found = this.history.rootAt(claim.size);
    if ('root' in found) this.judge(claim, check, found.root);
    else this.waiting.push({ claim, check, tile: found.missing });
  }

  /** Judges what had to wait: old sizes need a tile of leaf hashes, which the hub serves and the tree we keep proves. */
  async settle(): Promise<void> {
    for (const { claim, check, tile } of this.waiting.splice(0)) {
      const hashes = await this.tiles.fetched(tile);
      const root = hashes && this.history.rootWith(claim.size, hashes);
      if (root) this.judge(claim, check, root);
      else if (hashes) this.tiles.differs(tile);
    }
    this.tiles.forget();
  }

  private judge({ position, size, root }: Claim, check: ClaimCheck, actual: Uint8Array): void {
    const claimed = fromBase64url(root);
    const isSame = claimed !== undefined && equalHashes(claimed, actual);
    if (isSame) this.agreedUpTo = Math.max(this.agreedUpTo, size);
    this.book.judge(isSame, {
      ...{ check, reason: check === 'known' ? 'known-differs' : 'seen-differs', size, agreedUpTo: Math.min(this.agreedUpTo, size - 1) },
      ...(position !== undefined && { position }),
    });
  }
}
