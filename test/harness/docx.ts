import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive: a text, or bytes. `declaredSize` lies about how large it is when inflated. */
interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly declaredSize?: number;
}

const SIGNATURE = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;

/** A ZIP archive, deflated; only what a reader needs (APPNOTE.TXT 4.3). */
export const zipOf = (parts: readonly ZipPart[]): Buffer => {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declaredSize } of parts) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declaredSize ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([uint32(SIGNATURE.local), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([uint32(SIGNATURE.central), uint16(20), fields, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, uint32(SIGNATURE.end), end]);
};

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const uint16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
const cell = (lines: readonly string[]): string => `<w:tc><w:tcPr/>${lines.map(paragraph).join('')}</w:tc>`;
const row = (cells: readonly (readonly string[])[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;

/** Rows → cells → paragraphs. */
export type Rows = readonly (readonly (readonly string[])[])[];

/** The main part of a Word document with one table. */
export const documentXml = (rows: Rows): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACE}><w:body><w:tbl>${rows.map(row).join('')}</w:tbl></w:body></w:document>`;

/** A Word document with one table and a page header. */
export const docxOf = (rows: Rows, header = 'UPR of Slovenia (4th Cycle - 48th Session) Thematic list of recommendations'): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: documentXml(rows) },
    { name: 'word/header1.xml', content: `<w:hdr ${NAMESPACE}>${paragraph(header)}</w:hdr>` },
  ]);

export const HEADINGS_2025: Rows[number] = [
  ['Recommendation and recommending State'],
  ['Position of the State under review'],
  ['Human rights themes and groups of persons'],
  ['Relevant SDGs'],
];
export const HEADINGS_2014: Rows[number] = [
  ['Recommendation'],
  ['Position'],
  ['Full list of themes'],
  ['Assessment/comments on level of implementation'],
];

/** One row of a list of 2025; what is not given is plain and right. */
export const row2025 = (
  recommendation: string,
  {
    position = 'Supported',
    source = 'A/HRC/59/15/Add.1 - Para.3',
    themes = ['- Right to health', 'Groups of Persons: ', '- Children'],
    sdgs = ['- 3 - GOOD HEALTH AND WELL-BEING'],
  }: { readonly position?: string; readonly source?: string; readonly themes?: readonly string[]; readonly sdgs?: readonly string[] } = {},
): Rows[number] => [[recommendation, `Source of Position: ${source}`], [position], themes, sdgs];
