import { open } from 'node:fs/promises';
import { constants, inflateSync } from 'node:zlib';
import type { FoundTraces } from './found-traces.js';

/** A PDF is looked through in pieces that overlap by what an object with a name in it takes at most. */
const PIECE = 4 * 1024 * 1024;
const OVERLAP = 256 * 1024;
/** What is inflated of one stream, and of all together. */
const MOST_OF_ONE = 4 * 1024 * 1024;
const MOST_INFLATED = 64 * 1024 * 1024;

const STRING = String.raw`\s{0,20}(\((?:\\[\s\S]|[^\\()]){0,600}\)|<[0-9A-Fa-f\s]{0,1200}>)`;
/** The document's information (ISO 32000-1, 14.3.3). */
const AUTHOR = new RegExp(`/Author${STRING}`, 'g');
/** Whoever put a note, a mark or a stamp on a page (12.5.6.2: `T` is by convention the user who added it). */
const NOTED_BY = new RegExp(`/T${STRING}`, 'g');
const IS_NOTE = /\/Subtype\s{0,9}\/(?:Text|FreeText|Highlight|Underline|Squiggly|StrikeOut|Stamp|Caret|Ink|FileAttachment|Popup)\b/;
const AROUND = 600;
/** The document's metadata (XMP). */
const CREATOR = /<dc:creator>[\s\S]{0,4000}?<\/dc:creator>|<pdf:Author>[\s\S]{0,600}?<\/pdf:Author>/g;
const WORDS = />([^<>]{1,600})</g;
/** A stream in which objects stand, or the metadata. */
const PACKED = /\/Type\s{0,9}\/(?:ObjStm|Metadata)\b/g;
const TO_STREAM = /^(?:(?!endobj)[\s\S]){0,1000}?>>\s{0,9}stream\r?\n/;

/** Reads who is named in the properties of a PDF and in the notes on its pages. What is encrypted cannot be read. */
export const pdfTraces = async (path: string, found: FoundTraces): Promise<void> => {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(PIECE + OVERLAP);
    let left = MOST_INFLATED;
    for (let at = 0; ; at += PIECE) {
      const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
      left -= namesInPiece(bytes.subarray(0, bytesRead), left, found);
      if (bytesRead < bytes.length) return;
    }
  } finally {
    await file.close();
  }
};

/** Answers how many bytes were inflated on the way. */
const namesInPiece = (piece: Buffer, most: number, found: FoundTraces): number => {
  const text = piece.toString('latin1');
  if (/\/Encrypt\s{0,9}(?:\d|<<)/.test(text)) found.leaveOut();
  namesIn(text, found);
  let inflated = 0;
  for (const { index } of text.matchAll(PACKED)) {
    const start = index + (TO_STREAM.exec(text.slice(index, index + 1_100))?.[0].length ?? 0);
    if (start === index || !text.slice(Math.max(0, index - AROUND), start).includes('/FlateDecode')) continue;
    if (inflated > most) found.leaveOut();
    else inflated += namesInStream(piece.subarray(start), found);
  }
  return inflated;
};

const namesInStream = (packed: Buffer, found: FoundTraces): number => {
  try {
    const bytes = inflateSync(packed, { maxOutputLength: MOST_OF_ONE, finishFlush: constants.Z_SYNC_FLUSH });
    namesIn(bytes.toString('latin1'), found);
    return bytes.length;
  } catch {
    found.leaveOut();
    return 0;
  }
};

const namesIn = (text: string, found: FoundTraces): void => {
  for (const [, string = ''] of text.matchAll(AUTHOR)) found.add('author', decoded(string));
  for (const { index, 1: string = '' } of text.matchAll(NOTED_BY))
    if (IS_NOTE.test(text.slice(Math.max(0, index - AROUND), index + AROUND))) found.add('comments', decoded(string));
  for (const [creators] of text.matchAll(CREATOR))
    for (const [, words = ''] of creators.matchAll(WORDS)) found.add('author', unescaped(Buffer.from(words, 'latin1').toString('utf8')));
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (xml: string): string => xml.replaceAll(/&(\w{2,4});/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** A string object as text: UTF-16 or UTF-8 with its mark, else one byte a character (7.9.2.2). */
const decoded = (string: string): string => {
  const inside = string.slice(1, -1);
  const bytes = string.startsWith('<') ? Buffer.from(inside.replaceAll(/\s/g, ''), 'hex') : literal(inside);
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  return bytes[0] === 0xef && bytes[1] === 0xbb ? bytes.toString('utf8') : bytes.toString('latin1');
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const literal = (inside: string): Buffer =>
  Buffer.from(
    inside.replaceAll(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal?: string, sign?: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      return sign === undefined ? '' : (ESCAPES[sign] ?? sign);
    }),
    'latin1',
  );
