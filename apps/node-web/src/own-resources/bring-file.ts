import type { ApiClient } from '@nmirf/api-client/client';
import { bringPart, readFileProgress } from '@nmirf/api-client/own-resources';
import { MAX_FILE, mediaTypeOf, safeFileName } from '@nmirf/contracts/files/file';
import type { ResourceFile } from '@nmirf/contracts/resources/resource';
import { sha256 } from '@nmirf/federation/crypto';

/** What travels at once, in bytes. */
const PART = 2 * 1024 * 1024;

/** Why a file is not even begun; undefined when it may be. The server looks again, and into the file. */
export const faultOf = ({ name, size }: Pick<File, 'name' | 'size'>): 'type' | 'empty' | 'large' | undefined => {
  if (mediaTypeOf(name) === undefined) return 'type';
  if (size === 0) return 'empty';
  return size > MAX_FILE ? 'large' : undefined;
};

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

interface Way {
  /** How much has come, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Brings a file to the server part by part, from where it has come to; answers the reference to it. */
export async function bringFile(api: ApiClient, file: File, { onProgress, signal }: Way): Promise<ResourceFile> {
  const type = mediaTypeOf(file.name);
  if (type === undefined) throw new Error('Files of this type are not brought');
  const digest = hex(sha256(new Uint8Array(await file.arrayBuffer())));
  let { held, complete } = await readFileProgress(api, digest, signal);
  while (!complete) {
    onProgress(held / file.size);
    const part = { from: held, size: file.size, type };
    ({ held, complete } = await bringPart(api, digest, part, file.slice(held, held + PART), signal));
  }
  return { sha256: digest, size: file.size, mediaType: type, name: safeFileName(file.name, type) };
}
