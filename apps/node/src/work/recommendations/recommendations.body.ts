import { Problem } from '@nmirf/platform/http/problem';
import express, { type Request, type Response } from 'express';
import { DOCX_LIMITS } from './import/docx-limits.js';

/** The media type of a Word document (IANA). */
export const WORD_DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const parse = express.raw({ type: WORD_DOCUMENT, limit: DOCX_LIMITS.file, inflate: false });

/**
 * The Word document that is the body of a request. Called by a route and not before every route, so that only people who may import
 * make the server take in 20 MiB.
 * @throws Problem `request/media-type`; errors of the parser, with their status
 */
export const wordDocumentIn = async (request: Request, response: Response): Promise<Buffer> => {
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error('The body cannot be read'));
    });
  });
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body)) throw new Problem('request/media-type', 415);
  return body;
};
