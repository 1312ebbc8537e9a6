import type { CarriedType } from '@nmirf/contracts/files/sealed-file';
import type { ResourceInside } from '@nmirf/contracts/resources/resource';
import type { Files } from '@nmirf/platform/files/files';
import type { Link } from '../../foundation/link/link.facade.js';
import { filesOf, type SealedFilesFacade } from '../restricted/sealed-files.facade.js';
import { FILE_PART, type HubClient, type Signers } from './hub-client.js';

/** A file as the hub is to hold it, and a way to at most `length` of its bytes from `start` on. */
export interface FileToBring {
  readonly sha256: string;
  readonly size: number;
  readonly type: CarriedType;
  readonly part: (start: number, length: number) => Promise<Buffer>;
}

type Carried = Pick<FileToBring, 'sha256' | 'size' | 'type'>;

/** A file that is brought as it lies here. */
export const asItIs = (file: Carried, files: Files): FileToBring => ({
  ...file,
  part: (start, length) => files.part(file.sha256, start, length),
});

/** An encrypted file, made again from the one that lies here; undefined when what was opened has no such file, or that is not here. */
export async function sealedAnew(
  file: Carried,
  said: ResourceInside,
  files: Files,
  sealing: SealedFilesFacade,
): Promise<FileToBring | undefined> {
  const forFew = filesOf(said).find(({ sealed }) => sealed.sha256 === file.sha256);
  if (!forFew || !(await files.find(forFew.file.sha256))) return undefined;
  return { ...file, part: (start, length) => sealing.part(forFew, start, length) };
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
