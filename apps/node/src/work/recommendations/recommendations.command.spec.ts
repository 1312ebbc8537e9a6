import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { docxOf, HEADINGS_2025, row2025 } from '../../../../../test/harness/docx.js';
import { addRecommendationsCommand } from './recommendations.command.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recommendations-'));
});
afterAll(() => rm(folder, { recursive: true }));

const list = async (...rows: Parameters<typeof docxOf>[0]): Promise<string> => {
  const file = path.join(folder, `${rows.length}.docx`);
  await writeFile(file, docxOf([HEADINGS_2025, ...rows]));
  return file;
};
const good = row2025('140.7 Widen access to care (Maldives) (Portugal);');
const bad = row2025('140.8 Do it (Peru, Rurit\u009bania);');

class Left extends Error {}
interface Outcome {
  readonly out: string;
  readonly error: string;
  readonly code: number | undefined;
}

const run = async (words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> => {
  const said = { out: '', error: '' };
  const sink = (name: keyof typeof said): Writable =>
    new Writable({
      write: (chunk: Buffer, _, done) => {
        said[name] += chunk.toString();
        done();
      },
    });
  let code: number | undefined;
  const program = new Command('nmirf-node').configureOutput({
    writeOut: (text) => (said.out += text),
    writeErr: (text) => (said.error += text),
  });
  const noDatabase = (): Promise<never> => Promise.reject(new Error('A dry run opens nothing'));
  addRecommendationsCommand(program, noDatabase, {
    stdout: sink('out'),
    stderr: sink('error'),
    env,
    end: (given) => (code = given),
    leave: (given) => {
      code = given;
      throw new Left();
    },
  });
  await program.parseAsync(['recommendations', 'import', ...words], { from: 'user' }).catch((error: unknown) => {
    if (!(error instanceof Left)) throw error;
  });
  return { ...said, code };
};

describe('recommendations import --dry-run', () => {
  it('prints what it found for programs', async () => {
    const { out, code } = await run([await list(good), '--country', 'svn', '--dry-run', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      {
        country: 'SVN',
        cycle: 4,
        session: 48,
        year: 2025,
        documentSymbol: 'A/HRC/59/15',
        paragraph: '140.7',
        text: 'Widen access to care (Maldives) (Portugal);',
        recommendingStates: ['Maldives', 'Portugal'],
        position: 'Supported',
        positionSource: 'A/HRC/59/15/Add.1 - Para.3',
        themes: ['Right to health'],
        affectedPersons: ['Children'],
        sdgs: ['3 - GOOD HEALTH AND WELL-BEING'],
      },
    ]);
  });

  it('tells people, row by row, and ends with 4 when rows are refused', async () => {
    const { out, code } = await run([await list(good, bad), '--country', 'SVN', '--dry-run']);
    expect(code).toBe(4);
    expect(out).toContain('1 recommendation can be imported');
    expect(out).toContain('Row 3, “Recommendation and recommending State”: A recommending State is not known. “Rurit ania” is not');
    expect(out).toContain('nothing was written');
  });

  it('keeps the output to the data when programs read it', async () => {
    const { out, error } = await run([await list(good, bad), '--country', 'SVN', '--dry-run', '--json']);
    expect(JSON.parse(out)).toHaveLength(1);
    expect(error).toContain('Row 3');
  });

  it('speaks the language of the terminal', async () => {
    const { out } = await run([await list(good), '--country', 'SVN', '--dry-run'], { LANG: 'fr_FR.UTF-8' });
    expect(out).toContain('1 recommandation peut être importée');
  });
});

describe('recommendations import ends', () => {
  it.each<[string, () => Promise<readonly string[]>, number, string]>([
    ['with 3 without the file', async () => [path.join(folder, 'absent.docx'), '--country', 'SVN'], 3, 'import/file-not-readable'],
    ['with 3 on a folder', async () => [folder, '--country', 'SVN'], 3, 'import/file-not-readable'],
    ['with 3 on a list of another State', async () => [await list(good), '--country', 'HRV', '--dry-run'], 3, 'import/other-country'],
    ['with 2 without a State', async () => [await list(good)], 2, '--country'],
    ['with 2 on an unknown State', async () => [await list(good), '--country', 'XYZ'], 2, 'XYZ'],
    ['with 2 on an unknown option', async () => [await list(good), '--country', 'SVN', '--all'], 2, '--all'],
    ['with 2 without a file', async () => ['--country', 'SVN'], 2, 'file'],
  ])('%s', async (_, words, expected, said) => {
    const { error, out, code } = await run(await words());
    expect([code, out]).toEqual([expected, '']);
    expect(error).toContain(said);
  });

  it('with 0 and its exit codes when asked for help', async () => {
    const { out, code } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('Exit codes:');
  });
});
