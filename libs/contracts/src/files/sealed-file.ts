import { z } from 'zod';
import { fileDigest, MAX_FILE, mediaType, type MediaType, partQuery } from './file.js';

/** The media type of a file that was encrypted for a few: what it is, nobody but they can tell. */
export const SEALED_TYPE = 'application/vnd.nmirf.sealed';
/** What an encrypted file begins with (docs/protocol.md §8d). */
export const SEALED_MARK = 'nmirf-sealed/v1\n';
/** Bytes that are encrypted together, and what that adds to them. */
export const SEALED_CHUNK = 64 * 1024;
export const SEALED_TAG = 16;

/** How large a file of `size` bytes is when it is encrypted. */
export const sealedSize = (size: number): number => SEALED_MARK.length + size + Math.ceil(size / SEALED_CHUNK) * SEALED_TAG;
const MAX_SEALED = sealedSize(MAX_FILE);

/** What is kept and carried under a digest: a file, or an encrypted one. */
export type CarriedType = MediaType | typeof SEALED_TYPE;

/** An encrypted file by reference, as its message tells everybody who carries it. */
export const sealedFile = z.strictObject({ sha256: fileDigest, size: z.int().min(1).max(MAX_SEALED) });
export type SealedFile = z.infer<typeof sealedFile>;

/** What opens an encrypted file: 32 random bytes that are used for no other. */
export const sealedFileKey = sealedFile.pick({ sha256: true }).extend({ key: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
export type SealedFileKey = z.infer<typeof sealedFileKey>;

/** Where a part belongs that travels between servers. */
export const carriedPartQuery = partQuery
  .extend({
    from: partQuery.shape.from.max(MAX_SEALED),
    size: z.coerce.number().int().min(1).max(MAX_SEALED),
    type: z.enum([...mediaType.options, SEALED_TYPE]),
  })
  .refine(({ size, type }) => type === SEALED_TYPE || size <= MAX_FILE, { path: ['size'] });
export type PartQuery = z.infer<typeof carriedPartQuery>;
