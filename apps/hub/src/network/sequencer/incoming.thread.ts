import type { SourceId } from '@nmirf/contracts/network/names';
import { carry, type CarriedMessage } from '@nmirf/federation/carried';
import type { MessageKey } from '@nmirf/federation/message';
import { splitLines } from '@nmirf/federation/lines';
import { answer } from '@nmirf/platform/threads/thread';
import { inForm, receive, type Received } from './incoming.rules.js';

/** The lines of a batch, and the keys that its sender may sign with. */
export interface IncomingQuestion {
  readonly body: Uint8Array;
  readonly sender: SourceId;
  readonly keys: ReadonlyMap<string, MessageKey>;
  readonly now: number;
}

/** What `receive` makes of the lines, up to the first that is refused. */
export type CarriedIncoming = readonly Received<CarriedMessage>[];

answer(({ body, sender, keys, now }: IncomingQuestion): CarriedIncoming => {
  const lines: Received<CarriedMessage>[] = [];
  for (const line of splitLines(body)) {
    const received = receive(line, { sender, key: (kid) => keys.get(kid), now });
    lines.push(inForm(received, (message) => carry(message, keys.get(message.kid)!)));
    if (received.problem) break;
  }
  return lines;
});
