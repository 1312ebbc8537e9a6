import type { MessageKey } from '@nmirf/federation/message';
import { messageKeys, type Trust } from '@nmirf/federation/trust';
import { Thread } from '@nmirf/platform/threads/thread';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { FeedPage } from './feed-page.js';
import type { Opened, OpeningQuestion } from './opening.thread.js';

/** Fewer messages are opened sooner than another thread has heard of them. */
const FEW = 32;

/** Opens the messages of a page in a thread, ahead of the checks that need what stands before them. */
@Injectable()
export class Opening implements OnApplicationShutdown {
  private readonly thread = new Thread<OpeningQuestion, Opened>('opening.thread', import.meta.url);

  /** The page, with what could be opened by the keys that are good where it begins. */
  async ahead(page: FeedPage, trust: Trust | undefined): Promise<FeedPage> {
    if (!trust || page.entries.length < FEW) return page;
    const messages = page.entries.map(({ jws }) => jws);
    const opened = await this.thread.ask({ messages, keys: keysAt(trust, page.from) }).catch((): Opened => []);
    return { ...page, entries: page.entries.map((entry, i) => ({ ...entry, opened: opened[i] })) };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }
}

const keysAt = (trust: Trust, position: number): Map<string, MessageKey> =>
  new Map(['hub', ...Object.keys(trust.members)].flatMap((source) => [...messageKeys(trust, source, position)]));
