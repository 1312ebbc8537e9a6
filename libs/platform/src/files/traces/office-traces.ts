import type { TraceKind } from '@nmirf/contracts/files/traces';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { FoundTraces } from './found-traces.js';

/** Inflated bytes that are looked through in all; the text of a document of hundreds of pages has a tenth of it. */
const MOST_BYTES = 48 * 1024 * 1024;

/** Parts of Office Open XML and OpenDocument packages in which people are named beside the text. */
const TELLING =
  /^(?:docProps\/(?:core|app)\.xml|meta\.xml|content\.xml|word\/(?:document|footnotes|endnotes|people|comments\w*|(?:header|footer)\d+)\.xml|xl\/(?:comments\/?[^/]*|persons\/[^/]+)\.xml|ppt\/(?:commentAuthors|authors)\.xml)$/;

/** Elements whose text is a name. */
const NAMED: Readonly<Record<string, TraceKind>> = {
  creator: 'author',
  lastModifiedBy: 'editor',
  Manager: 'manager',
  Company: 'organisation',
  'initial-creator': 'author',
  'printed-by': 'editor',
  author: 'comments',
};
/** Elements with an attribute that names somebody who commented. */
const COMMENTING: Readonly<Record<string, readonly string[]>> = {
  comment: ['author'],
  person: ['author', 'displayName'],
  cmAuthor: ['name'],
  author: ['name'],
};
/** Whatever else has an author is a change that was tracked. */
const CHANGING: readonly string[] = ['author'];
const LONGEST = 1_000;

/** Reads who is named in the properties, comments and tracked changes of an office document. */
export const officeTraces = async (path: string, found: FoundTraces): Promise<void> => {
  const zip = await openPromise(path, { autoClose: false });
  try {
    const parts: Entry[] = [];
    for await (const part of zip.eachEntry()) if (TELLING.test(part.fileName)) parts.push(part);
    let left = MOST_BYTES;
    for (const part of parts) {
      if (part.uncompressedSize > left || part.isEncrypted()) found.leaveOut();
      else await readPart(zip, part, found);
      left -= part.uncompressedSize;
    }
  } finally {
    zip.close();
  }
};

/** A part that is no XML is read as far as it is; what it named until then stands. */
const readPart = async (zip: ZipFile, part: Entry, found: FoundTraces): Promise<void> => {
  const reader = new NameReader(part.fileName === 'meta.xml', found);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    reader.open(tag);
  });
  parser.on('text', (text) => {
    reader.text(text);
  });
  parser.on('closetag', ({ local }) => {
    reader.close(local);
  });
  const decoder = new TextDecoder();
  try {
    const stream = (await zip.openReadStreamPromise(part)) as AsyncIterable<Buffer>;
    for await (const chunk of stream) parser.write(decoder.decode(chunk, { stream: true }));
    parser.close();
  } catch {
    found.leaveOut();
  }
};

/** Hears the names in one part. */
class NameReader {
  private readonly within: string[] = [];
  private words: string | undefined;

  /** `isMeta`: the properties of an OpenDocument, whose `creator` is who wrote in it last. */
  constructor(
    private readonly isMeta: boolean,
    private readonly found: FoundTraces,
  ) {}

  open({ local, attributes }: SaxesTagNS): void {
    this.within.push(local);
    const by = COMMENTING[local] ?? CHANGING;
    for (const { local: name, value } of Object.values(attributes))
      if (by.includes(name)) this.found.add(by === CHANGING ? 'changes' : 'comments', value);
    if (NAMED[local] !== undefined) this.words = '';
  }

  text(text: string): void {
    if (this.words !== undefined && this.words.length < LONGEST) this.words += text;
  }

  close(local: string): void {
    this.within.pop();
    if (this.words === undefined || NAMED[local] === undefined) return;
    this.found.add(this.kindOf(local), this.words);
    this.words = undefined;
  }

  private kindOf(local: string): TraceKind {
    if (local !== 'creator') return NAMED[local]!;
    if (this.within.includes('annotation')) return 'comments';
    if (this.within.includes('change-info')) return 'changes';
    return this.isMeta ? 'editor' : 'author';
  }
}
