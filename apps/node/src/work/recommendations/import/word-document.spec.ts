import { describe, expect, it } from '@jest/globals';
import { Problem } from '@nmirf/platform/http/problem';
import fc from 'fast-check';
import { docxOf, documentXml, HEADINGS_2025, row2025, zipOf } from '../../../../../../test/harness/docx.js';
import { DOCX_LIMITS } from './docx-limits.js';
import { readThematicList } from './thematic-list.js';
import { readWordDocument } from './word-document.js';
import { readWordPart, type WordPart } from './word-part.js';

const whole = docxOf([
  HEADINGS_2025,
  ...Array.from({ length: 30 }, (_, index) => row2025(`140.${index} Go on, as in case ${index * 7919} (Chile);`)),
]);
const withDocument = (content: string): Buffer => zipOf([{ name: 'word/document.xml', content }]);
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const inCell = (markup: string): string => `<w:document ${W}><w:tbl><w:tr><w:tc>${markup}</w:tc></w:tr></w:tbl></w:document>`;

async function* pieces(text: string, size = text.length): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}
const parse = (text: string, size?: number): Promise<WordPart> => readWordPart(pieces(text, size));

describe('the text of a cell', () => {
  it.each([
    ['runs are joined', '<w:p><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>', ['ab']],
    ['breaks and tabs are spaces', '<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t> c </w:t></w:r></w:p>', ['a b c']],
    [
      'what was deleted is not there',
      '<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>',
      ['a'],
    ],
    ['codes of fields are not text', '<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>a</w:t></w:r></w:p>', ['a']],
    ['entities of XML itself', '<w:p><w:r><w:t>a &amp; b</w:t></w:r></w:p>', ['a & b']],
    [
      'a table within',
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>in</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>a</w:t></w:r></w:p>',
      ['in', 'a'],
    ],
  ])('%s', async (_, markup, cell) => {
    const { tables } = await parse(inCell(markup));
    expect(tables).toEqual([[[cell]]]);
  });

  it('is the same however the bytes arrive', async () => {
    const xml = documentXml([[['Élan', 'b & c']], [['d']]]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (size) => expect(await parse(xml, size)).toEqual(await parse(xml))),
      { numRuns: 20 },
    );
  });
});

describe('a file that is not a Word document, or not a harmless one', () => {
  const doctype = `<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document ${W}><w:t>&b;</w:t></w:document>`;
  it.each<[string, () => Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'import/not-a-docx'],
    ['a text', () => Buffer.from('Recommendation;Position'), 'import/not-a-docx'],
    ['an older Word file', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import/not-a-docx'],
    ['an archive without a document', () => zipOf([{ name: 'a.txt', content: 'a' }]), 'import/not-a-docx'],
    [
      'two documents of one name',
      () => zipOf([1, 2].map((n) => ({ name: 'word/document.xml', content: `<a>${n}</a>` }))),
      'import/not-a-docx',
    ],
    ['half a file', () => whole.subarray(0, whole.length / 2), 'import/damaged'],
    ['a path that leaves the archive', () => zipOf([{ name: '../a', content: 'a' }]), 'import/damaged'],
    ['markup that ends too soon', () => withDocument(`<w:document ${W}><w:tbl>`), 'import/damaged'],
    ['markup that is none', () => withDocument('not markup'), 'import/damaged'],
    [
      'bytes that are not UTF-8',
      () => zipOf([{ name: 'word/document.xml', content: Buffer.from([0x3c, 0xff, 0xfe, 0x3e]) }]),
      'import/damaged',
    ],
    ['a size that is a lie', () => zipOf([{ name: 'word/document.xml', content: 'a'.repeat(5_000), declaredSize: 100 }]), 'import/damaged'],
    ['a document type', () => withDocument(doctype), 'import/unsafe'],
    ['an unknown entity', () => withDocument(`<w:document ${W}><w:t>&xxe;</w:t></w:document>`), 'import/damaged'],
    ['a bomb', () => withDocument(`<w:document ${W}>${' '.repeat(8 * 1024 * 1024)}</w:document>`), 'import/unsafe'],
    [
      'more than is ever inflated',
      () =>
        zipOf([
          { name: 'word/document.xml', content: '<a/>' },
          { name: 'b', content: 'b', declaredSize: DOCX_LIMITS.inflated },
        ]),
      'import/unsafe',
    ],
    ['too many entries', () => zipOf(Array.from({ length: 2_001 }, (_, n) => ({ name: `${n}`, content: '' }))), 'import/unsafe'],
    ['depth without end', () => withDocument(`${'<a>'.repeat(300)}${'</a>'.repeat(300)}`), 'import/unsafe'],
    [
      'rows without end',
      () => withDocument(inCell('').replace('<w:tr>', '<w:tr/>'.repeat(DOCX_LIMITS.rows + 1) + '<w:tr>')),
      'import/unsafe',
    ],
    [
      'cells without end',
      () => withDocument(inCell('').replace('<w:tc>', '<w:tc/>'.repeat(DOCX_LIMITS.cellsPerRow + 1) + '<w:tc>')),
      'import/unsafe',
    ],
    ['a file of more than 20 MiB', () => Buffer.alloc(DOCX_LIMITS.file + 1), 'import/too-large'],
  ])('%s', async (_, file, code) => {
    await expect(readWordDocument(file())).rejects.toMatchObject({ code });
  });
});

describe('whatever the bytes', () => {
  const outcome = async (file: Buffer): Promise<unknown> => {
    try {
      return readThematicList(await readWordDocument(file), 'SVN');
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
      return undefined;
    }
  };

  it('a changed file is refused, or says the same', async () => {
    const said = await outcome(whole);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([at, by]) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ by;
        const now = await outcome(changed);
        if (now !== undefined && !isHeaderAway(now)) expect(now).toEqual(said);
      }),
      { numRuns: 300 },
    );
  });

  it('a file cut anywhere is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => expect(await outcome(whole.subarray(0, length))).toBeUndefined()),
      { numRuns: 100 },
    );
  });

  it('bytes after the sign of an archive never crash', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        async (bytes) => void (await outcome(Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes]))),
      ),
    );
  });

  it('markup that was tampered with never crashes', async () => {
    const xml = documentXml([HEADINGS_2025, row2025('140.7 Do it (Peru);')]);
    const piece = fc.constantFrom(
      '<',
      '>',
      '&',
      '</w:p>',
      '<w:tbl>',
      '</w:tc>',
      '<!--',
      '<![CDATA[',
      ']]>',
      '<?x',
      '"',
      '(',
      '\u0000',
      '\ud800',
      '<w:p xmlns:w="a">',
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(xml.length), fc.array(piece, { maxLength: 5 }), fc.nat(20), async (at, inserted, cut) => {
        await outcome(withDocument(xml.slice(0, at) + inserted.join('') + xml.slice(at + cut)));
      }),
      { numRuns: 300 },
    );
  });
});

/** Renaming the page header inside the archive leaves a list without its session, which is also a list. */
const isHeaderAway = (list: unknown): boolean => typeof list === 'object' && list !== null && !('session' in list);
