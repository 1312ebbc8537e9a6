import { createHash } from 'node:crypto';
import { measuredRecall, type AnonymisationReport } from '@nmirf/contracts/practices/report';
import { SOURCES } from './engine.gen.js';
import { MEASURED } from './measured.gen.js';
import { ARABIC, LATIN } from './tagger/manifests.gen.js';

/**
 * SHA-256 over `JSON.stringify` of what this build is made of, unpadded base64url: its source and the numbering plans, the taggers with
 * their weights, and the CLDR of this Node.js, which says what States, months and languages are called.
 */
export const engineDigestOf = (sources: string, cldr = process.versions['cldr'] ?? ''): string =>
  createHash('sha256')
    .update(JSON.stringify([sources, LATIN, ARABIC, `cldr/${cldr}`]))
    .digest('base64url');

export const engineDigest = engineDigestOf(SOURCES);

/** What a report says of the engine. A measurement of another build says nothing of this one, and is left out. */
export const ENGINE: AnonymisationReport['engine'] = {
  version: 'nmirf-anonymisation/1.3',
  digest: engineDigest,
  ...(MEASURED.engine === engineDigest ? { measured: measuredRecall.parse(MEASURED.recall) } : {}),
};
