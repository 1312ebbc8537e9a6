import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { MediaType } from '@nmirf/contracts/files/file';
import { type CarriedType, SEALED_MARK, SEALED_TYPE } from '@nmirf/contracts/files/sealed-file';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** Why a file is not taken: not what it is called, or something in it would run. */
type FileFault = 'file/other-type' | 'file/macros';

/** What begins a file tells what it is; more than this is never needed, and a hostile file is given no more to play with. */
const SAMPLE = 4_100;
/** A package of an office has hundreds of parts, not tens of thousands, and says in a few kilobytes what they are. */
const MOST_PARTS = 20_000;
const MOST_BYTES = 1024 * 1024;

/** Reads a file on disk and says why it is not the `claimed` type; undefined when it is. Memory does not grow with the file. */
export async function faultOfFile(path: string, claimed: CarriedType): Promise<FileFault | undefined> {
  // What an encrypted file holds, those look at who open it.
  if (claimed === SEALED_TYPE) return (await isSealed(path)) ? undefined : 'file/other-type';
  if (claimed.startsWith('text/')) return (await isText(path)) ? undefined : 'file/other-type';
  if (claimed.startsWith('application/vnd.')) return faultOfPackage(path, claimed);
  const { fileTypeFromBuffer } = await import('file-type');
  return (await fileTypeFromBuffer(await beginningOf(path)))?.mime === claimed ? undefined : 'file/other-type';
}

async function beginningOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(SAMPLE), 0, SAMPLE, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const isSealed = async (path: string): Promise<boolean> =>
  Buffer.from((await beginningOf(path)).subarray(0, SEALED_MARK.length)).toString('latin1') === SEALED_MARK;

/** Text is UTF-8 without signs of control but tabs and ends of lines. */
async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) if (hasControls(decoder.decode(chunk as Buffer, { stream: true }))) return false;
    return !hasControls(decoder.decode());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

const hasControls = (text: string): boolean => /(?![\t\n\r])\p{Cc}/u.test(text);

/** A document of an office is an archive that says what it is; and its parts are looked at by their names, whatever it says. */
async function faultOfPackage(path: string, claimed: MediaType): Promise<FileFault | undefined> {
  const zip = await openPromise(path, { autoClose: false }).catch(() => undefined);
  if (!zip) return 'file/other-type';
  try {
    const parts: Entry[] = [];
    for await (const part of zip.eachEntry()) if (parts.push(part) > MOST_PARTS) return 'file/other-type';
    const said = await declared(zip, parts);
    if (/macroenabled/i.test(said) || parts.some(({ fileName }) => isProgram(fileName))) return 'file/macros';
    return isDeclared(said, claimed) ? undefined : 'file/other-type';
  } catch {
    return 'file/other-type';
  } finally {
    zip.close();
  }
}

/** What a package says of itself: an OpenDocument in `mimetype`, one of Microsoft Office in `[Content_Types].xml`. */
async function declared(zip: ZipFile, parts: readonly Entry[]): Promise<string> {
  const part = parts.find(({ fileName }) => fileName === 'mimetype' || fileName === '[Content_Types].xml');
  if (!part || part.uncompressedSize > MOST_BYTES) return '';
  const chunks: Buffer[] = [];
  for await (const chunk of (await zip.openReadStreamPromise(part)) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const isDeclared = (said: string, claimed: MediaType): boolean =>
  said.trim() === claimed || new RegExp(`ContentType="${claimed.replaceAll('.', String.raw`\.`)}\\.main\\+xml"`).test(said);

/** Macros of Microsoft Office, scripts of OpenDocument, and objects that bring a program of their own. */
const isProgram = (part: string): boolean =>
  /(?:^|\/)vba(?:project|data)[^/]*$|^(?:basic|scripts)\/.+|(?:^|\/)activex\/|\.(?:exe|dll|js|vbs|bat|cmd|ps1|jar)$/i.test(part);
