import type { RawBody } from '@nmirf/platform/http/bodies';
import { DOCX_LIMITS } from './import/docx-limits.js';

/** A Word document, the body of an import; the server asks for it among its raw bodies. */
export const WORD_DOCUMENT: RawBody = {
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  limit: DOCX_LIMITS.file,
};
