import { PART_TYPE } from '@nmirf/contracts/files/file';
import type { Response } from 'express';
import { sendStream } from '../http/send-stream.js';
import type { Blob } from './blob.entity.js';
import type { Files } from './files.js';

/** Nothing in a file that people open from here may run, load or frame anything, whatever their browser takes it for. */
const POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/**
 * Answers with a file as a stream, whole or in the one range that was asked for (RFC 9110, 14); always to be saved and never to be shown
 * in place. `name` is what people save it as; without one, the bytes go to another server. Throws `file/not-here`.
 */
export async function sendFile(response: Response, files: Files, { mediaType, sha256, size }: Blob, name?: string): Promise<void> {
  response.attachment(name ?? sha256);
  response.set({
    'content-type': name === undefined ? PART_TYPE : mediaType,
    'x-content-type-options': 'nosniff',
    'content-security-policy': POLICY,
    // It may be taken back at any time; and compressed it could not be asked for in ranges.
    'cache-control': 'no-cache, no-transform',
    etag: `"${sha256}"`,
    'accept-ranges': 'bytes',
  });
  const range = rangeOf(response, size);
  if (response.req.fresh) return void response.status(304).end();
  if (range === 'beyond') return void response.status(416).set('content-range', `bytes */${size}`).end();
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const bytes = await files.read(sha256, start, end);
  response.set('content-length', String(end - start + 1));
  if (range) response.status(206).set('content-range', `bytes ${start}-${end}/${size}`);
  await sendStream(response, bytes);
}

/** Undefined when the whole is to be sent: also to several ranges, to what is not understood, and when another version was begun. */
const rangeOf = (response: Response, size: number): { readonly start: number; readonly end: number } | 'beyond' | undefined => {
  const condition = response.req.get('if-range');
  const ranges = condition === undefined || condition === response.get('etag') ? response.req.range(size) : undefined;
  if (ranges === -1) return 'beyond';
  return ranges !== undefined && ranges !== -2 && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined;
};
