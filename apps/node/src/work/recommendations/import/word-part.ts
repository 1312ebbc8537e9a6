import { Problem } from '@nmirf/platform/http/problem';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { DOCX_LIMITS } from './docx-limits.js';

/** The paragraphs of a cell, spaces made single and trimmed; empty ones left out. */
export type Cell = readonly string[];
export type Row = readonly Cell[];
export type Table = readonly Row[];

/** What is written in one part of a Word document: its tables, and the paragraphs outside them. */
export interface WordPart {
  readonly tables: readonly Table[];
  readonly paragraphs: readonly string[];
}

/** ISO/IEC 29500 transitional and strict. */
const WORD = new Set(['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main']);
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
/** Not part of the text as it stands: what was deleted or moved away, codes of fields, floating boxes. */
const UNREAD = new Set(['del', 'moveFrom', 'delText', 'instrText', 'txbxContent']);
const SPACES = new Set(['tab', 'br', 'cr', 'ptab']);

const unsafe = (): Problem => new Problem('import/unsafe', 422);

/** Follows the markup of one part and keeps the text of its tables. A table inside a cell counts as that cell's paragraphs. */
class PartReader {
  private readonly tables: Row[][] = [];
  private readonly loose: string[] = [];
  private rows = 0;
  private cell: string[] | undefined;
  private cellLength = 0;
  private looseLength = 0;
  private tableDepth = 0;
  private unreadDepth = 0;
  private depth = 0;
  private inText = false;
  private paragraph = '';

  get part(): WordPart {
    return { tables: this.tables, paragraphs: this.loose };
  }

  opened({ uri, local }: SaxesTagNS): void {
    this.depth += 1;
    if (this.depth > DOCX_LIMITS.depth) throw unsafe();
    const unread = (uri === COMPATIBILITY && local === 'Fallback') || (WORD.has(uri) && UNREAD.has(local));
    if (this.unreadDepth > 0 || unread) this.unreadDepth += 1;
    else if (WORD.has(uri)) this.openedWord(local);
  }

  closed({ uri, local }: SaxesTagNS): void {
    this.depth -= 1;
    if (this.unreadDepth > 0) this.unreadDepth -= 1;
    else if (WORD.has(uri)) this.closedWord(local);
  }

  text(text: string): void {
    if (!this.inText || this.unreadDepth > 0) return;
    if (this.paragraph.length + text.length > DOCX_LIMITS.charactersPerCell) throw unsafe();
    this.paragraph += text;
  }

  private openedWord(local: string): void {
    if (local === 't') this.inText = true;
    else if (local === 'p') this.paragraph = '';
    else if (local === 'noBreakHyphen') this.paragraph += '-';
    else if (SPACES.has(local)) this.paragraph += ' ';
    else if (local === 'tbl') this.openedTable();
    else if (this.tableDepth !== 1) return;
    else if (local === 'tr') this.openedRow();
    else if (local === 'tc') this.openedCell();
  }

  private closedWord(local: string): void {
    if (local === 't') this.inText = false;
    else if (local === 'p') this.closedParagraph();
    else if (local === 'tbl') this.tableDepth -= 1;
    else if (local === 'tc' && this.tableDepth === 1) this.cell = undefined;
  }

  private openedTable(): void {
    this.tableDepth += 1;
    if (this.tableDepth > 1) return;
    this.tables.push([]);
    if (this.tables.length > DOCX_LIMITS.tables) throw unsafe();
  }

  private openedRow(): void {
    this.tables.at(-1)?.push([]);
    this.rows += 1;
    if (this.rows > DOCX_LIMITS.rows) throw unsafe();
  }

  private openedCell(): void {
    const row = this.tables.at(-1)?.at(-1) as Cell[] | undefined;
    this.cell = [];
    this.cellLength = 0;
    row?.push(this.cell);
    if (row !== undefined && row.length > DOCX_LIMITS.cellsPerRow) throw unsafe();
  }

  private closedParagraph(): void {
    const text = this.paragraph.replaceAll(/\s+/g, ' ').trim();
    this.paragraph = '';
    if (text === '') return;
    if (this.cell !== undefined) this.keepInCell(this.cell, text);
    else if (this.looseLength + text.length <= DOCX_LIMITS.looseCharacters) {
      this.loose.push(text);
      this.looseLength += text.length;
    }
  }

  private keepInCell(cell: string[], text: string): void {
    cell.push(text);
    this.cellLength += text.length;
    if (cell.length > DOCX_LIMITS.paragraphsPerCell || this.cellLength > DOCX_LIMITS.charactersPerCell) throw unsafe();
  }
}

/**
 * Reads the markup of one part (WordprocessingML, ISO/IEC 29500-1 §17) as it arrives. A document type is refused before anything it
 * declares could be used: it is how markup reaches for files and swells.
 * @throws Problem `import/damaged` for markup that is not well formed, `import/unsafe` beyond the limits or with a document type
 */
export const readWordPart = async (pieces: AsyncIterable<string>): Promise<WordPart> => {
  const reader = new PartReader();
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('doctype', () => {
    throw unsafe();
  });
  parser.on('error', () => {
    throw new Problem('import/damaged', 422);
  });
  parser.on('opentag', (tag) => reader.opened(tag));
  parser.on('closetag', (tag) => reader.closed(tag));
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  for await (const piece of pieces) parser.write(piece);
  parser.close();
  return reader.part;
};
