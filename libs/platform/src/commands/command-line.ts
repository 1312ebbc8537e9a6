import { readFile } from 'node:fs/promises';
import { createTranslator, problemTexts, type Translate } from '@nmirf/languages/catalogue';
import { terminalLanguage } from '@nmirf/languages/terminal-language';
import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { EnvironmentError } from '../environment/environment.js';
import { Problem } from '../http/problem.js';

/** How a command ends, for scripts. */
const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** The texts of commands in the language of whoever types them. */
export const commandTexts = (): Translate => createTranslator(terminalLanguage(process.env), ['cli']);

/**
 * Runs what was typed. Ends with 0 when it is done, 1 when it was refused (the reason is on the error output, in the caller's
 * language), 2 when it was used wrongly.
 */
export const runCommands = async (program: Command): Promise<void> => {
  const leave = ({ exitCode }: { readonly exitCode: number }): never => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage);
  const every = (command: Command): Command[] => [command, ...command.commands.flatMap(every)];
  every(program).forEach((command) => command.exitOverride(leave));
  program.addHelpText('after', `\n${commandTexts()('exit-codes')}`);
  try {
    await program.parseAsync();
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = EXIT.refused;
  }
};

const reasonOf = (error: unknown): string => {
  if (error instanceof EnvironmentError) return error.message;
  if (!(error instanceof Problem)) throw error;
  const language = terminalLanguage(process.env);
  const texts = problemTexts(language, error.code, error.values);
  const faults = (error.extras.errors ?? []).map(
    ({ path, code, values }) => `  ${path}: ${problemTexts(language, code, values)?.title ?? code}`,
  );
  return [texts?.title, texts?.detail, ...faults, `(${error.code})`].filter((line) => line !== undefined).join('\n');
};

/** A server's address as an argument or option, without the stroke at its end; anything else is wrong use. */
export const address = (value: string): string => {
  if (!z.url({ protocol: /^https?$/ }).safeParse(value).success)
    throw new InvalidArgumentError(commandTexts()('not-an-address', { value }));
  return value.replace(/\/$/, '');
};

/** A file of JSON in the shape of `schema`. Throws `file/not-readable` and `file/not-understood`. */
export const readJsonFile = async <Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>> => {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Problem('file/not-readable', 422, { file });
  const parsed = schema.safeParse(jsonOf(text));
  if (!parsed.success) {
    const errors = parsed.error.issues.slice(0, 20).map(({ path }) => ({ path: path.join('.'), code: 'field/invalid' }));
    throw new Problem('file/not-understood', 422, { file }, { errors });
  }
  return parsed.data;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** What a command found, on the standard output: as JSON for programs, else a line for each member. */
export const print = (value: unknown, json: boolean | undefined): void => {
  process.stdout.write(json === true ? `${JSON.stringify(value, undefined, 2)}\n` : `${linesOf(value).join('\n')}\n`);
};

const linesOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap((item, i) => (i === 0 ? linesOf(item) : ['', ...linesOf(item)]));
  if (typeof value !== 'object' || value === null) return [String(value)];
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, inner]) => `${name.padEnd(width)}  ${typeof inner === 'object' ? JSON.stringify(inner) : String(inner)}`);
};

/** Shows on a terminal how far long work has come, on the error output; says nothing to a program. */
export const showProgress = (done: number, of: number): void => {
  if (!process.stderr.isTTY) return;
  const format = new Intl.NumberFormat(terminalLanguage(process.env));
  process.stderr.write(`\r${format.format(done)} / ${format.format(of)}${done < of ? '' : '\n'}`);
};
