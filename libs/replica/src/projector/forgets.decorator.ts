import { SetMetadata } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export const FORGETS = Symbol('forgets');

type Forgetting = (tx: EntityManager, source: string) => Promise<void>;

/**
 * Takes out of a projection's tables what one source brought there, so that its messages can be applied again without those that are not
 * believed any more. What the messages themselves cannot bring back, such as traces of what was erased, stays.
 */
export const Forgets =
  () =>
  (target: object, key: string, descriptor: TypedPropertyDescriptor<Forgetting>): void => {
    SetMetadata(FORGETS, true)(target, key, descriptor);
  };
