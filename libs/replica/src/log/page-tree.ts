import { toBase64url } from '@nmirf/federation/base64url';
import { type Frontier, leafHash } from '@nmirf/federation/tree';

/** The tree as it grows over one page of the feed, at every size from the page's first leaf on. */
export class PageTree {
  private readonly trees: Frontier[];
  private readonly roots = new Map<number, string>();

  constructor(private readonly before: Frontier) {
    this.trees = [before];
  }

  /** With every leaf that was appended. */
  get frontier(): Frontier {
    return this.trees.at(-1)!;
  }

  append(leaf: string): void {
    this.trees.push(this.frontier.append(leafHash(leaf)));
  }

  /**
   * Whether what an author says to have verified (`<size>:<root>`) is this very tree. The hub compares it with its log before it takes a
   * message, so a difference means two histories. Sizes in front of the page are not kept here, and pass: audits look at them all.
   */
  agrees(seen: string): boolean {
    const colon = seen.indexOf(':');
    const size = Number(seen.slice(0, colon));
    if (size === 0 || size < this.before.size) return true;
    return size <= this.frontier.size && this.rootAt(size) === seen.slice(colon + 1);
  }

  private rootAt(size: number): string {
    const root = this.roots.get(size) ?? toBase64url(this.trees[size - this.before.size]!.root());
    this.roots.set(size, root);
    return root;
  }
}
