import { SetMetadata } from '@nestjs/common';

export const ON_BELL = Symbol('on bell');

export interface BellOptions {
  /** Rings by itself every 15 s, for work whose ring was lost or that waits for a moment to come. */
  readonly sweep?: boolean;
}

export interface BellMetadata extends BellOptions {
  readonly bell: string;
}

/**
 * Runs the method when `bell` is rung: never twice at once in one process, and once more when rung meanwhile. The method works until
 * nothing is due. Processes that must not work at the same time take a lock inside it.
 */
export const OnBell =
  (bell: string, options: BellOptions = {}) =>
  (target: object, key: string, descriptor: TypedPropertyDescriptor<() => Promise<void>>): void => {
    SetMetadata(ON_BELL, { bell, ...options } satisfies BellMetadata)(target, key, descriptor);
  };
