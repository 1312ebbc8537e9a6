import type { FeedEntry } from '@nmirf/contracts/network/log';
import { isMessageType, type MessageType } from '@nmirf/contracts/network/message-types';
import type { Leaf } from '@nmirf/federation/leaf';

/** What one sender has in the log. */
export interface SenderTally {
  readonly messages: number;
  /** Of these, how many whose content was not shown. */
  readonly withheld: number;
  /** Of these, the ones since its last message that was shown: nothing that it signed speaks for them yet. */
  readonly unconfirmed: number;
  readonly first: number;
  readonly last: number;
  readonly lastReceivedMs: number;
}

export type Withheld = NonNullable<FeedEntry['why']>;

/** Numbers about the log, for the reader of a report. */
export class Tallies {
  readonly senders = new Map<string, SenderTally>();
  readonly withheld: Record<Withheld, number> = { audience: 0, withdrawn: 0, erased: 0 };
  readonly types: Partial<Record<MessageType, number>> = {};
  /** Messages of types this auditor has no schema for: they are checked like all others, but what they say is not. */
  unknownTypes = 0;
  /** Of these, the ones that may change the membership. */
  unknownGovernance = 0;
  messages = 0;

  add({ source, receivedMs }: Leaf, position: number, isShown: boolean): void {
    const known = this.senders.get(source) ?? { messages: 0, withheld: 0, unconfirmed: 0, first: position };
    this.messages += 1;
    this.senders.set(source, {
      ...{ first: known.first, last: position, lastReceivedMs: receivedMs },
      messages: known.messages + 1,
      withheld: known.withheld + (isShown ? 0 : 1),
      unconfirmed: isShown ? 0 : known.unconfirmed + 1,
    });
  }

  /** Withheld messages that only the hub vouches for: each message that is shown vouches for its sender's earlier ones. */
  get unconfirmed(): number {
    return [...this.senders.values()].reduce((count, sender) => count + sender.unconfirmed, 0);
  }

  /** Types of later versions are counted together: there is no end to the names that a hub can think of. */
  addType(type: string): void {
    if (!isMessageType(type)) this.unknownTypes += 1;
    else this.types[type] = (this.types[type] ?? 0) + 1;
  }
}
