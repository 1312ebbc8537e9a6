import { openDocx, readPart } from './docx-archive.js';
import { readWordPart, type Table } from './word-part.js';

/** What a list of recommendations is read from. */
export interface WordDocument {
  readonly tables: readonly Table[];
  /** The text of each kind of page header, in one line. */
  readonly headers: readonly string[];
}

/**
 * Reads the tables and page headers of a Word document (DOCX).
 * @throws Problem `import/too-large`, `import/not-a-docx`, `import/damaged` or `import/unsafe`
 */
export const readWordDocument = async (file: Buffer): Promise<WordDocument> => {
  const { zip, document, headers } = await openDocx(file);
  const { tables } = await readWordPart(readPart(zip, document));
  const texts: string[] = [];
  for (const header of headers) {
    const part = await readWordPart(readPart(zip, header));
    texts.push([...part.paragraphs, ...part.tables.flat(3)].join(' '));
  }
  return { tables, headers: texts };
};
