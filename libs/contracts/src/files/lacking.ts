import { z } from 'zod';
import { fileDigest } from './file.js';
import { carriedPartQuery } from './sealed-file.js';

/** How many files a hub names at once. */
export const MOST_LACKING = 500;

/** A file that the log refers to, as the hub would take it. */
export const lackingFile = z.object({ sha256: fileDigest, size: z.int(), type: carriedPartQuery.shape.type });
export type LackingFile = z.infer<typeof lackingFile>;

/** Files that the log refers to and that the hub does not hold: whoever holds one brings it. */
export const lackingFiles = z.object({ files: z.array(lackingFile).max(MOST_LACKING) }).meta({ id: 'LackingFiles' });
export type LackingFiles = z.infer<typeof lackingFiles>;
