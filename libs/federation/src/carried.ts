import type { Envelope } from '@nmirf/contracts/network/envelope';
import { isMessageType, noteRead, readData } from '@nmirf/contracts/network/message-types';
import type { Message, MessageKey, Verified } from './message.js';

/**
 * A verified message on its way from one thread of a server to another: what it says as one text, which is copied in a hundredth of the
 * time that the object takes. Its own text stays with whoever asked.
 */
export interface CarriedMessage {
  readonly kid: string;
  /** The key that its signature was verified with. */
  readonly key: MessageKey;
  readonly hash: Uint8Array;
  /** Whether its data have the shape that its type promises; false too for a type that is not known here. */
  readonly isRead: boolean;
  readonly envelope: string;
}

export const carry = ({ kid, hash, envelope }: Verified<Message>, { x, use }: MessageKey): CarriedMessage => ({
  ...{ kid, hash, key: { x, use } },
  isRead: isMessageType(envelope.type) && readData({ type: envelope.type, data: envelope.data }).success,
  envelope: JSON.stringify(envelope),
});

/** The message of this text that a thread of this server has verified. */
export function carried(jws: string, { kid, hash, isRead, envelope: text }: CarriedMessage): Verified<Message> {
  const envelope = JSON.parse(text) as Envelope;
  if (isRead) noteRead(envelope.data);
  return { jws, hash, kid, envelope } as Verified<Message>;
}

/** Whether a key that is good at a position is the one that the thread was given. */
export const isSameKey = ({ key }: CarriedMessage, good: MessageKey | undefined): boolean =>
  good !== undefined && good.x === key.x && good.use === key.use;
