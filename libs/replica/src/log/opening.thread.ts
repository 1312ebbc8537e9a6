import { carry, type CarriedMessage } from '@nmirf/federation/carried';
import { type MessageKey, openMessage } from '@nmirf/federation/message';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { answer } from '@nmirf/platform/threads/thread';

/** Messages of a page, and the keys that were good where it begins. */
export interface OpeningQuestion {
  readonly messages: readonly (string | null)[];
  readonly keys: ReadonlyMap<string, MessageKey>;
}

/** What could be opened; whoever asked opens the rest, and finds why. */
export type Opened = readonly (CarriedMessage | undefined)[];

answer(({ messages, keys }: OpeningQuestion): Opened => messages.map((jws) => (jws === null ? undefined : opened(jws, keys))));

function opened(jws: string, keys: OpeningQuestion['keys']): CarriedMessage | undefined {
  try {
    const message = openMessage(jws, (kid) => keys.get(kid));
    return carry(message, keys.get(message.kid)!);
  } catch (error) {
    if (error instanceof ProtocolProblem) return undefined;
    throw error;
  }
}
