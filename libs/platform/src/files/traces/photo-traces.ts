import { type FileHandle, open } from 'node:fs/promises';
import type { MediaType } from '@nmirf/contracts/files/file';
import type { TraceKind } from '@nmirf/contracts/files/traces';
import type { ExpandedTags } from 'exifreader';
import type { FoundTraces } from './found-traces.js';

/** What stands beside the picture in all; a large preview inside it is not looked through. */
const MOST_BYTES = 1024 * 1024;

/** The fields that tell of people or places, as Exif 2.32, IPTC-IIM 4.2, XMP and the PNG specification call them. */
const TELLING: Readonly<Record<string, TraceKind>> = Object.fromEntries(
  (
    [
      ['author', 'Artist|Copyright|CameraOwnerName|XPAuthor|By-line|Copyright Notice|Credit|Contact|creator|rights|OwnerName|Author'],
      ['editor', 'Writer/Editor|CaptionWriter'],
      ['shown', 'PersonInImage|Regions|RegionInfo'],
      ['place', 'City|Sub-location|Province/State|Country/Primary Location Name|State|Country|Location|LocationCreated|LocationShown'],
      [
        'caption',
        'ImageDescription|UserComment|XPComment|XPTitle|XPSubject|XPKeywords|Caption/Abstract|Headline|Object Name|Keywords|description|title|subject|Description|Comment|Title',
      ],
    ] as const
  ).flatMap(([kind, names]) => names.split('|').map((name) => [name, kind] as const)),
);

/** Where a packet of XMP begins in a JPEG and in a PNG. */
const PACKET = /ns\.adobe\.com\/xap\/1\.0\/\0|XML:com\.adobe\.xmp\0/;

/** Reads whom and where a photograph names: its author, people marked on it, captions, and where it was taken. */
export const photoTraces = async (path: string, mediaType: MediaType, found: FoundTraces): Promise<void> => {
  const file = await open(path);
  try {
    const bytes = await (mediaType === 'image/png' ? besidePng : besideJpeg)(file, found);
    const { default: reader } = await import('exifreader');
    const tags = await reader.load(bytes, { expanded: true, async: true });
    tell(tags, found);
    // A packet that says nothing was not understood.
    if (PACKET.test(bytes.toString('latin1')) && !Object.keys(tags.xmp ?? {}).some((name) => name !== '_raw')) found.leaveOut();
  } catch {
    found.leaveOut();
  } finally {
    await file.close();
  }
};

const tell = ({ exif, iptc, xmp, gps, png, pngText }: ExpandedTags, found: FoundTraces): void => {
  for (const group of [exif, iptc, xmp, png, pngText])
    for (const [name, tag] of Object.entries(group ?? {})) {
      const kind = TELLING[name];
      if (kind !== undefined) for (const words of wordsOf(name, tag)) found.add(kind, words);
    }
  if (gps?.Latitude !== undefined && gps.Longitude !== undefined)
    found.add('place', `${gps.Latitude.toFixed(5)}, ${gps.Longitude.toFixed(5)}`);
};

interface Tag {
  readonly value?: unknown;
  readonly description?: unknown;
}
const isTag = (value: unknown): value is Tag => typeof value === 'object' && value !== null;

/** What a tag says, each of several values alone; of the regions that are marked in a picture, what they are called. */
const wordsOf = (name: string, tag: unknown): string[] => {
  if (name === 'Regions' || name === 'RegionInfo') return namesWithin(tag);
  if (Array.isArray(tag)) return tag.flatMap((each) => wordsOf(name, each));
  if (!isTag(tag)) return [];
  const each = Array.isArray(tag.value) ? tag.value.flatMap((one: unknown) => (isTag(one) ? wordsOf(name, one) : [])) : [];
  return each.length > 0 ? each : typeof tag.description === 'string' ? [tag.description] : [];
};

const namesWithin = (value: unknown): string[] =>
  isTag(value)
    ? Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
        /^(?:Name|PersonDisplayName)$/.test(key) ? wordsOf(key, inner) : namesWithin(inner),
      )
    : [];

const read = async (file: FileHandle, at: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
};

/** Keeps parts of a file in one buffer as long as they are few enough. */
class Kept {
  private size = 0;
  private readonly parts: Buffer[];

  constructor(
    private readonly file: FileHandle,
    private readonly found: FoundTraces,
    beginning: Buffer,
  ) {
    this.parts = [beginning];
  }

  async keep(at: number, length: number): Promise<void> {
    if (this.size + length > MOST_BYTES) return this.found.leaveOut();
    this.size += length;
    this.parts.push(await read(this.file, at, length));
  }

  all(end: Buffer): Buffer {
    return Buffer.concat([...this.parts, end]);
  }
}

/** Colour profiles and previews, which tell of nobody and may be large. */
const PROFILE = 0xe2;

/** A JPEG without its picture: the segments of applications and comments (ISO/IEC 10918-1, annex B), up to where the scan begins. */
const besideJpeg = async (file: FileHandle, found: FoundTraces): Promise<Buffer> => {
  const kept = new Kept(file, found, Buffer.from([0xff, 0xd8]));
  for (let at = 2; ;) {
    const head = await read(file, at, 4);
    const [mark, code = 0] = head;
    if (head.length < 4 || mark !== 0xff || code === 0xda || code === 0xd9) {
      if (head.length === 4 && mark !== 0xff) found.leaveOut();
      return kept.all(Buffer.from([0xff, 0xd9]));
    }
    if (code === 0xff) {
      at += 1;
      continue;
    }
    const length = head.readUInt16BE(2);
    if (code === 0xfe) found.add('caption', (await read(file, at + 4, Math.min(length - 2, 400))).toString('utf8'));
    else if (code >= 0xe0 && code <= 0xef && code !== PROFILE) await kept.keep(at, length + 2);
    at += length + 2;
  }
};

const PIXELS = new Set(['IDAT', 'fdAT']);

/** A PNG without its picture: all other chunks (ISO/IEC 15948, 5.3). */
const besidePng = async (file: FileHandle, found: FoundTraces): Promise<Buffer> => {
  const kept = new Kept(file, found, await read(file, 0, 8));
  for (let at = 8; ;) {
    const head = await read(file, at, 8);
    if (head.length < 8) return kept.all(Buffer.alloc(0));
    const length = head.readUInt32BE(0) + 12;
    if (!PIXELS.has(head.toString('latin1', 4, 8))) await kept.keep(at, length);
    at += length;
  }
};
