import { crc32 } from 'node:zlib';

const segment = (code: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** A picture without pixels, with what its camera and its editor wrote beside it. */
export const jpegOf = (...segments: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);

export const commentOf = (words: string): Buffer => segment(0xfe, Buffer.from(words));
export const xmpOf = (packet: string): Buffer => segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`));

interface Field {
  readonly tag: number;
  readonly type: 2 | 4 | 5;
  readonly count: number;
  readonly value: Buffer;
}
const words = (tag: number, text: string): Field => ({ tag, type: 2, count: text.length + 1, value: Buffer.from(`${text}\0`) });
const numbers = (tag: number, type: 4 | 5, ...values: readonly number[]): Field => {
  const value = Buffer.alloc(values.length * 4);
  values.forEach((each, i) => value.writeUInt32BE(each, i * 4));
  return { tag, type, count: type === 5 ? values.length / 2 : values.length, value };
};

/** A directory of fields (TIFF 6.0, 2) that begins at `at`, with the values that do not fit behind it. */
const directory = (at: number, fields: readonly Field[]): Buffer => {
  const head = Buffer.alloc(2 + fields.length * 12 + 4);
  const values: Buffer[] = [];
  let free = at + head.length;
  head.writeUInt16BE(fields.length, 0);
  fields.forEach(({ tag, type, count, value }, i) => {
    const place = 2 + i * 12;
    head.writeUInt16BE(tag, place);
    head.writeUInt16BE(type, place + 2);
    head.writeUInt32BE(count, place + 4);
    if (value.length <= 4) value.copy(head, place + 8);
    else head.writeUInt32BE(free, place + 8);
    if (value.length > 4) {
      values.push(value);
      free += value.length;
    }
  });
  return Buffer.concat([head, ...values]);
};

/** The segment of a camera: who took the picture, and 34 degrees 2 minutes north, 6 degrees 50 minutes west. */
export const exifOf = (artist: string): Buffer => {
  const place = 8 + 2 + 2 * 12 + 4 + artist.length + 1;
  const first = directory(8, [words(0x013b, artist), numbers(0x8825, 4, place)]);
  const gps = directory(place, [words(1, 'N'), numbers(2, 5, 34, 1, 2, 1, 0, 1), words(3, 'W'), numbers(4, 5, 6, 1, 50, 1, 0, 1)]);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'), first, gps]));
};

/** A PNG of one pixel that is not there, with chunks of text behind it. */
export const pngOf = (...texts: readonly (readonly [keyword: string, text: string])[]): Buffer => {
  const chunk = (type: string, body: Buffer): Buffer => {
    const inside = Buffer.concat([Buffer.from(type), body]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length, 0);
    sum.writeUInt32BE(crc32(inside), 0);
    return Buffer.concat([length, inside, sum]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('IDAT', Buffer.alloc(9)),
    ...texts.map(([keyword, text]) => chunk('tEXt', Buffer.from(`${keyword}\0${text}`, 'latin1'))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
