import type { MessageType } from '@nmirf/contracts/network/message-types';
import type { Message, Verified } from '@nmirf/federation/message';
import { SetMetadata } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export const APPLIES = Symbol('applies');

/** A verified message at its place in the log. */
export interface PlacedMessage {
  readonly pos: number;
  readonly receivedMs: number;
  readonly message: Verified<Message>;
  /** Whoever gave it its place has looked at what it says: at more than `whyQuarantined` asks. */
  readonly isRead?: boolean;
}

type Projection = (tx: EntityManager, messages: readonly PlacedMessage[]) => Promise<void>;

/**
 * Brings messages of these types into the tables people read, in log order, a run of neighbours at a time. Each type has exactly
 * one projection. It only writes what the messages say, so applying the log again from the start gives the same tables.
 */
export const Applies =
  (...types: readonly MessageType[]) =>
  (target: object, key: string, descriptor: TypedPropertyDescriptor<Projection>): void => {
    SetMetadata(APPLIES, types)(target, key, descriptor);
  };
