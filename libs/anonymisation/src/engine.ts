import { createHash } from 'node:crypto';
import { measuredRecall, type AnonymisationReport } from '@nmirf/contracts/practices/report';
import { MEASURED } from './measured.gen.js';
import { recordRecognisers } from './recognisers/all.js';
import { ARABIC, LATIN } from './tagger/manifests.gen.js';

/** What this build is made of: every recogniser with its version, and the weights of the taggers. */
const parts = [...recordRecognisers.map(({ id, version }) => `${id}/${version}`), LATIN.sha256, ARABIC.sha256];

/** SHA-256 over `JSON.stringify(parts)`, unpadded base64url. */
export const engineDigest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** What a report says of the engine. A measurement of another build says nothing of this one, and is left out. */
export const ENGINE: AnonymisationReport['engine'] = {
  version: 'nmirf-anonymisation/1.2',
  digest: engineDigest,
  ...(MEASURED.engine === engineDigest ? { measured: measuredRecall.parse(MEASURED.recall) } : {}),
};
