import type { CarriedType } from '@nmirf/contracts/files/sealed-file';
import type { Link } from '../../foundation/link/link.facade.js';
import { FILE_PART, type HubClient, type Signers } from './hub-client.js';

/** A file as the hub is to hold it, and a way to at most `length` of its bytes from `start` on. */
export interface FileToBring {
  readonly sha256: string;
  readonly size: number;
  readonly type: CarriedType;
  readonly part: (start: number, length: number) => Promise<Buffer>;
}

/** Brings a file to the hub, from where the hub says it has come to; `told` hears how far that is after each part. Throws `HubFailure`. */
export async function bringFile(
  client: HubClient,
  link: Link,
  signers: Signers,
  { sha256, size, type, part }: FileToBring,
  told: (held: number) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  let { held, complete } = await client.held(link, sha256, signers);
  while (!complete) {
    ({ held, complete } = await client.bring(link, sha256, { from: held, size, type }, await part(held, FILE_PART), signers));
    await told(held);
  }
}
