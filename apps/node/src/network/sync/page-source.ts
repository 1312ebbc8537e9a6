import { type FeedPage, PAGE_LEAVES } from '@nmirf/replica/log/feed-page';
import type { Link } from '../../foundation/link/link.facade.js';
import type { HubClient, Signers } from './hub-client.js';
import { quietly } from './quietly.js';

const WAIT_S = 25;
/** A node that is so many leaves behind reads the snapshot: a request brings it some thousands, and they travel compressed. */
const FAR = 1_000;

/**
 * Where a node's next pages come from: the feed, and as long as the node is far behind, parts of the snapshot, which are pages of the feed
 * as well. What is wrong with a snapshot is no trouble: the feed has the same.
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
    const page = (await this.ofPart(from)) ?? (await this.ofFeed(from));
    this.hasMore = this.part !== undefined || page.entries.length === PAGE_LEAVES;
    return page;
  }

  private async ofPart(from: number): Promise<FeedPage | undefined> {
    try {
      const next = await this.part?.next();
      if (next && !next.done && next.value.from === from) return next.value;
    } catch {
      this.takesParts = false;
    }
    this.part = undefined;
    return undefined;
  }

  /** Behind a full page there is another: it travels while this one is checked and stored. */
  private async ofFeed(from: number): Promise<FeedPage> {
    const ahead = this.ahead;
    this.ahead = undefined;
    const page = await (ahead?.from === from ? ahead.page : this.ask(from, this.waitS));
    this.waitS = 0;
    const isMember = this.readers[0] !== undefined;
    if (isMember && this.takesParts && page.size - page.next >= FAR)
      this.part = this.client.snapshot(this.link, page.next, this.readers, this.signal);
    else if (page.entries.length === PAGE_LEAVES) this.ahead = { from: page.next, page: quietly(this.ask(page.next, 0)) };
    return page;
  }

  private ask(from: number, waitS: number): Promise<FeedPage> {
    return this.client.feed(this.link, from, PAGE_LEAVES, waitS, this.readers, this.signal);
  }
}
