import { concatBytes, utf8Bytes } from '#bytes';

const NEWLINE = 0x0a;

/** Lines as they travel: UTF-8, each ended by a newline. They are put together as bytes, for one long string costs many times as much. */
export const encodeLines = (lines: readonly string[]): Uint8Array => concatBytes(...lines.map((line) => utf8Bytes(`${line}\n`)));

/** The lines of a body, as slices of it; the newline at its end is not needed. */
export function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, from);
    const end = newline === -1 ? bytes.length : newline;
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return lines;
}
