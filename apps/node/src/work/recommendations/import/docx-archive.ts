import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { Problem } from '@nmirf/platform/http/problem';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { DOCX_LIMITS, tooLarge } from './docx-limits.js';

/** The parts of a Word document that are read; nothing else in the archive is inflated. */
interface DocxParts {
  readonly zip: ZipFile;
  readonly document: Entry;
  readonly headers: readonly Entry[];
}

const HEADER = /^word\/header\d{1,4}\.xml$/;
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');

const notADocx = (): Problem => new Problem('import/not-a-docx', 422);
const damaged = (): Problem => new Problem('import/damaged', 422);
const unsafe = (): Problem => new Problem('import/unsafe', 422);

const open = async (file: Buffer): Promise<ZipFile> => {
  if (file.length > DOCX_LIMITS.file) throw tooLarge();
  if (!file.subarray(0, ZIP.length).equals(ZIP)) throw notADocx();
  try {
    return await fromBufferPromise(file, { decodeStrings: true, validateEntrySizes: true, strictFileNames: true });
  } catch {
    throw damaged();
  }
};

/** Sizes are what the archive declares; the reader of a part stops where its content goes beyond them. */
const checkSizes = (entry: Entry, inflatedBefore: number): number => {
  const inflated = inflatedBefore + entry.uncompressedSize;
  const swollen = entry.uncompressedSize > DOCX_LIMITS.ratioFrom && entry.uncompressedSize > entry.compressedSize * DOCX_LIMITS.ratio;
  if (swollen || inflated > DOCX_LIMITS.inflated) throw unsafe();
  return inflated;
};

const list = async (zip: ZipFile): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    inflated = checkSizes(entry, inflated);
    entries.push(entry);
    if (entries.length > DOCX_LIMITS.entries) throw unsafe();
  }
  return entries;
};

/**
 * Opens a Word document and finds the parts a list of recommendations is in. Reads the table of contents only.
 * @throws Problem `import/too-large`, `import/not-a-docx`, `import/damaged` or `import/unsafe`
 */
export const openDocx = async (file: Buffer): Promise<DocxParts> => {
  const zip = await open(file);
  if (zip.entryCount > DOCX_LIMITS.entries) throw unsafe();
  const entries = await list(zip).catch((error: unknown) => {
    throw error instanceof Problem ? error : damaged();
  });
  const [document, ...more] = entries.filter(({ fileName }) => fileName === 'word/document.xml');
  // Two parts of one name are how an archive shows one thing to a scanner and another to a reader.
  if (document === undefined || more.length > 0) throw notADocx();
  const headers = entries.filter(({ fileName }) => HEADER.test(fileName)).slice(0, DOCX_LIMITS.headers);
  if ([document, ...headers].some((entry) => entry.isEncrypted())) throw notADocx();
  return { zip, document, headers };
};

/**
 * The text of one part in pieces, so that a large one does not hold up the process. The checksum is compared at the end: whoever
 * reads must take nothing from a part that does not reach it.
 * @throws Problem `import/damaged`
 */
export async function* readPart(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let sum = 0;
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch {
    throw damaged();
  }
  if (sum !== entry.crc32) throw damaged();
}
