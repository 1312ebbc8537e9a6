import { SetMetadata } from '@nestjs/common';
import type { EventType } from './event-type.js';

export const ON_EVENT = Symbol('on event');
type Handler<Payload> = (payload: Payload) => Promise<void>;

/** Runs the method for every recorded fact of this type, again until it succeeds. Make it idempotent. */
export const On =
  <Payload>(type: EventType<Payload>) =>
  (target: object, key: string, descriptor: TypedPropertyDescriptor<Handler<Payload>>): void => {
    SetMetadata(ON_EVENT, type)(target, key, descriptor);
  };
