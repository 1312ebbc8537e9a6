import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const sources = (app: string): string =>
  [`apps/${app}/src`, 'libs/platform/src/commands']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /(?:\.commands?|command-line)\.ts$/.test(file))
        .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
    )
    .join('\n');

/**
 * Every command line of a server that the guide tells an operator to type. That each does what the guide says, `network/operations` shows.
 */
const told = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^npx nmirf-(hub|node) (.+)$/gm)].map(([line, app, rest]) => ({
  ...{ line, app: app!, words: rest!.split(' ') },
}));

describe('the guide for operators', () => {
  it('tells commands of both servers', () => {
    expect(new Set(told.map(({ app }) => app))).toEqual(new Set(['hub', 'node']));
  });

  it.each(told)('names a command and options that are there: $line', ({ app, words }) => {
    const there = sources(app);
    const names = words[0] === 'person' ? words.slice(0, 2) : words.slice(0, 1);
    for (const name of names) expect(there).toContain(`.command('${name}')`);
    for (const option of words.filter((word) => word.startsWith('--'))) expect(there).toMatch(new RegExp(`'${option}[ ']`));
  });
});
