import type { MediaType } from '@nmirf/contracts/files/file';
import type { FileTraces } from '@nmirf/contracts/files/traces';
import { FoundTraces } from './found-traces.js';
import { officeTraces } from './office-traces.js';
import { pdfTraces } from './pdf-traces.js';
import { photoTraces } from './photo-traces.js';

/** Reads what a checked file on disk tells of people beside its content. Memory does not grow with the file. */
export const tracesOfFile = async (path: string, mediaType: MediaType): Promise<FileTraces> => {
  const found = new FoundTraces();
  if (mediaType === 'application/pdf') await pdfTraces(path, found);
  else if (mediaType.startsWith('application/vnd.')) await officeTraces(path, found);
  else if (mediaType.startsWith('image/')) await photoTraces(path, mediaType, found);
  return found.all;
};
