import { type FeedPage, PAGE_LEAVES } from '@nmirf/replica/log/feed-page';
import type { Link } from '../../foundation/link/link.facade.js';
import type { HubClient, Signers } from './hub-client.js';
import { quietly } from './quietly.js';

const WAIT_S = 25;
/** A node that is so many leaves behind reads the snapshot: a request brings it some thousands, and they travel compressed. */
const FAR = 1_000;

/**
 * Where a node's next pages come from: the feed, and as long as the node is far behind, parts of the snapshot, which are pages of the feed
 * as well. What is wrong with a snapshot is no trouble: the feed has the same. Behind a page that has another, that one travels and is
 * unpacked while the first is checked and stored.
 */
export class PageSource {
  private ahead: { readonly from: number; readonly page: Promise<FeedPage> } | undefined;
  private part: AsyncGenerator<FeedPage> | undefined;
  private takesParts = true;
  private waitS: number;
  /** Whether there is more behind the last page. */
  hasMore = true;

  constructor(
    private readonly client: HubClient,
    private readonly link: Link,
    private readonly readers: Signers,
    private readonly signal: AbortSignal,
  ) {
    // A line that was down is back with the first answer, and that is not to wait for news.
    this.waitS = link.failures > 0 ? 0 : WAIT_S;
  }

  /** The page behind `from`. */
  async page(from: number): Promise<FeedPage> {
    const page = await (this.ahead?.from === from ? this.ahead.page : this.next(from));
    this.hasMore = this.part !== undefined || page.entries.length === PAGE_LEAVES;
    this.ahead = this.hasMore ? { from: page.next, page: quietly(this.next(page.next)) } : undefined;
    return page;
  }

  /** Nobody asks any more: what is on its way of a part is let go. */
  end(): void {
    void this.part?.return(undefined).catch(() => undefined);
  }

  private async next(from: number): Promise<FeedPage> {
    return (await this.ofPart(from)) ?? (await this.ofFeed(from));
  }

  private async ofPart(from: number): Promise<FeedPage | undefined> {
    try {
      const next = await this.part?.next();
      if (next && !next.done && next.value.from === from) return next.value;
      if (next && !next.done) this.takesParts = false;
    } catch {
      this.takesParts = false;
    }
    this.end();
    this.part = undefined;
    return undefined;
  }

  private async ofFeed(from: number): Promise<FeedPage> {
    const page = await this.client.feed(this.link, from, PAGE_LEAVES, this.waitS, this.readers, this.signal);
    this.waitS = 0;
    const isMember = this.readers[0] !== undefined;
    if (isMember && this.takesParts && page.size - page.next >= FAR)
      this.part = this.client.snapshot(this.link, page.next, this.readers, this.signal);
    return page;
  }
}
