import { PART_TYPE } from '@nmirf/contracts/files/file';
import type { Response } from 'express';
import { Problem } from '../http/problem.js';
import type { Blob } from './blob.entity.js';

/** Nothing in a file that people open from here may run, load or frame anything, whatever their browser takes it for. */
const POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

interface Sent {
  /** What people save it as; without one, the bytes go to another server. */
  readonly name?: string;
  readonly path: string;
}

/** Answers with a file as a stream, whole or in the range that was asked for; always to be saved and never to be shown in place. */
export function sendFile(response: Response, { mediaType, sha256 }: Blob, { name, path }: Sent): Promise<void> {
  response.attachment(name ?? sha256);
  response.set({
    'content-type': name === undefined ? PART_TYPE : mediaType,
    'x-content-type-options': 'nosniff',
    'content-security-policy': POLICY,
    // It may be taken back at any time; and compressed it could not be asked for in ranges.
    'cache-control': 'no-cache, no-transform',
    etag: `"${sha256}"`,
  });
  return new Promise((done, failed) => {
    response.sendFile(
      path,
      { cacheControl: false, etag: false, lastModified: false, dotfiles: 'allow' },
      (error?: NodeJS.ErrnoException) => {
        // Who has gone away needs no answer any more.
        if (!error || response.headersSent || error.code === 'ECONNABORTED') return done();
        failed((error as { status?: number }).status === 404 ? new Problem('file/not-here', 404) : error);
      },
    );
  });
}
