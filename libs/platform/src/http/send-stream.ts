import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/**
 * Answers with a stream as it comes, through what it is to pass on its way. Whoever has gone away ends it, and what breaks off is seen by its
 * length: nothing is left to answer then.
 */
export const sendStream = async (
  response: ServerResponse,
  stream: NodeJS.ReadableStream,
  ...way: readonly NodeJS.ReadWriteStream[]
): Promise<void> => {
  // The server and the pipeline each listen on it several times.
  response.setMaxListeners(20);
  await pipeline([stream, ...way, response]).catch(() => response.destroy());
};
