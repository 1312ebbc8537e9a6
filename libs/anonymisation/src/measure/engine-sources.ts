import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What does not change a result: tests, what measures, what trains, what is written by a program, and the names planted before reviewers. */
const OUTSIDE = /\.spec\.ts$|\.gen\.ts$|^(?:measure|training)\/|^attention\.ts$/;
/** Lines that only tell people something. */
const COMMENT = /^\s*(?:\/\/|\/?\*)|^\s*$/;
const PHONES = 'libphonenumber-js';

/**
 * SHA-256, unpadded base64url, over the source of everything that decides what is found, hidden or refused (`folder`: the `src` of this
 * package) and the version of the numbering plans. Comments do not count.
 */
export const engineSources = (folder: string, phonesVersion: string): string => {
  const hash = createHash('sha256').update(`${PHONES}/${phonesVersion}`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  for (const file of files.filter((name) => name.endsWith('.ts') && !OUTSIDE.test(name)).sort()) {
    const lines = readFileSync(join(folder, file), 'utf8').split(/\r?\n/);
    hash.update(`\n${file}\n${lines.filter((line) => !COMMENT.test(line)).join('\n')}`);
  }
  return hash.digest('base64url');
};
