import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { jest } from '@jest/globals';
import { hubProgram } from '../../apps/hub/src/commands/program.js';
import { nodeProgram } from '../../apps/node/src/commands/program.js';

const COMMAND = /^npx nmirf-(?:hub|node) .+$/gm;
type Changes = Readonly<Record<string, string>>;

/** The command lines of a guide for operators, given as they stand there. */
export class Guide {
  private readonly lines: readonly string[];
  private readonly given = new Set<string>();

  constructor(file: string) {
    this.lines = readFileSync(file, 'utf8').match(COMMAND) ?? [];
  }

  /** Lines that nobody has given yet. */
  get left(): readonly string[] {
    return this.lines.filter((line) => !this.given.has(line));
  }

  /**
   * Does what a line says, in this process and in a server's environment, with what stands for something else put in its place; `input` is what it
   * reads. Answers what it prints.
   */
  async give(environment: Changes, line: string, changes: Changes = {}, input = ''): Promise<string> {
    if (!this.lines.includes(line)) throw new Error(`The guide does not say: ${line}`);
    const [, program, ...words] = wordsOf(line, changes);
    const surroundings = { ...process.env };
    const stdin = Object.getOwnPropertyDescriptor(process, 'stdin')!;
    const printed: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    Object.assign(process.env, environment);
    Object.defineProperty(process, 'stdin', { value: Readable.from([input]), configurable: true });
    try {
      await (program === 'nmirf-hub' ? hubProgram() : nodeProgram()).exitOverride().parseAsync(words, { from: 'user' });
    } finally {
      write.mockRestore();
      Object.defineProperty(process, 'stdin', stdin);
      for (const name of Object.keys(environment)) delete process.env[name];
      Object.assign(process.env, surroundings);
    }
    this.given.add(line);
    return printed.join('');
  }
}

/** A line in the words a shell makes of it; what it reads from a file comes otherwise. */
const wordsOf = (line: string, changes: Changes): string[] =>
  line
    .replace(/ < .*$/, '')
    .match(/"[^"]*"|\S+/g)!
    .map((word) => word.replaceAll('"', ''))
    .map((word) => changes[word] ?? word);
