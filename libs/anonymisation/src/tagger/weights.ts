import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ARABIC, LATIN } from './manifests.gen.js';
import type { Manifest } from './model.js';
import { Tagger } from './tagger.js';

/** A weights file that is not the one the code was made with. */
export class WeightsError extends Error {}

/** The tagger of a manifest, from the folder of weights that travels with this package. Throws a `WeightsError` when the digest differs. */
const load = (manifest: Manifest): Tagger => {
  const bytes = readFileSync(new URL(`../../weights/${manifest.file}`, import.meta.url));
  if (createHash('sha256').update(bytes).digest('hex') !== manifest.sha256) throw new WeightsError(manifest.file);
  return new Tagger(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), manifest);
};

let latin: Tagger | undefined;
let arabic: Tagger | undefined;

/** English, French, Spanish and Portuguese. Read once, at first use. */
export const latinTagger = (): Tagger => (latin ??= load(LATIN));
export const arabicTagger = (): Tagger => (arabic ??= load(ARABIC));
