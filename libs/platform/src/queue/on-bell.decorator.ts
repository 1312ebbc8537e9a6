import { SetMetadata } from '@nestjs/common';

export const ON_BELL = Symbol('on bell');

/** Rest of what streams through a server: long enough to take many together, too short for anybody to notice. */
export const GATHER_MS = 20;

export interface BellOptions {
  /** Rings by itself every 15 s, for work whose ring was lost or that waits for a moment to come. */
  readonly sweep?: boolean;
  /**
   * Begins no sooner than so long after the run before it has ended, for work that costs as much for one as for many: what is rung for
   * meanwhile is done together. What comes alone never waits.
   */
  readonly restMs?: number;
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
