import type { Readable } from 'node:stream';

/** Whoever brings a file, as a folder's name: nobody writes into what another has begun. */
export const folderName = (who: string): string => who.replaceAll(/[^a-z0-9-]/gi, '_');

/**
 * Where the bytes of files stand, each known by its SHA-256. What has not arrived whole, and been checked, stands apart under the name of
 * whoever brings it, and nothing is lost when a server stops in between. Times are Unix milliseconds.
 */
export interface FileStore {
  /** Bytes of a file that somebody has begun to bring. */
  begun(who: string, sha256: string): Promise<number>;
  /** How many files somebody has begun to bring. */
  countBegun(who: string): Promise<number>;
  /** Writes bytes at the place that has been reached; answers how far the file has come. */
  write(who: string, sha256: string, from: number, bytes: Uint8Array): Promise<number>;
  /**
   * Has what somebody brought looked at: without a fault it can be read from then on, with one it is forgotten. Answers the fault. `as` is
   * what it is known by then, where looking at it has changed it.
   */
  settle<Fault>(
    who: string,
    sha256: string,
    faultOf: (path: string) => Promise<Fault | undefined>,
    as?: string,
  ): Promise<Fault | undefined>;
  /** Gives a whole file a path on disk for as long as it is used. */
  onDisk<Value>(sha256: string, use: (path: string) => Promise<Value>): Promise<Value>;
  /** A whole file, or its bytes from `start` up to and with `end`; undefined when it is not there. */
  read(sha256: string, start?: number, end?: number): Promise<Readable | undefined>;
  remove(sha256: string): Promise<void>;
  /** Removes what nobody has gone on with since `before`. */
  sweepParts(before: number): Promise<void>;
  /** The digests of all whole files older than `before`, some at a time. */
  kept(before: number): AsyncGenerator<string[]>;
}
