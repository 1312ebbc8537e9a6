import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { engineSources } from './engine-sources.js';

let folder: string;
const write = (file: string, text: string): void => {
  writeFileSync(join(folder, file), text);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nmirf-engine-'));
  for (const name of ['tagger', 'measure']) mkdirSync(join(folder, name));
  write('tagger/reading.ts', 'const FLOOR = 0.25;\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('changes with a floor, a file and the numbering plans, and not with a comment or what only measures', () => {
  const first = engineSources(folder, '1.0.0');
  write('tagger/reading.ts', '/** How sure. */\n\nconst FLOOR = 0.25;\n');
  write('measure/score.ts', 'score();\n');
  write('gate.spec.ts', 'test();\n');
  expect(engineSources(folder, '1.0.0')).toBe(first);
  expect(engineSources(folder, '1.0.1')).not.toBe(first);
  write('tagger/reading.ts', 'const FLOOR = 0.2;\n');
  const second = engineSources(folder, '1.0.0');
  expect(second).not.toBe(first);
  write('normalise.ts', 'read();\n');
  expect(engineSources(folder, '1.0.0')).not.toBe(second);
});
