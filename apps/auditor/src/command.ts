import { hash } from '@nmirf/contracts/network/names';
import type { Language } from '@nmirf/contracts/languages/language';
import { Command, CommanderError } from 'commander';
import { audit } from './audit.js';
import type { AuditResult } from './audit-result.js';
import type { Claim } from './log/seen.js';
import { type Pin, readPin } from './pin.js';
import { paintFor } from './report/paint.js';
import { progressOn } from './report/progress.js';
import { readableReport } from './report/readable.js';
import { languageNamed, type Speak, speaker, type TextKey, terminalLanguage } from './texts/texts.js';

/** What a caller of the command can rely on. */
export const exitCodes = { holds: 0, fails: 1, wrongUse: 2, unread: 3 } as const;

export interface Terminal {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

interface Options {
  readonly genesis?: string;
  readonly seen?: readonly Claim[];
  readonly json?: true;
  readonly language?: Language;
}

/** Runs `nmirf-verify` with these arguments; gives the exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const language = askedLanguage(args) ?? terminalLanguage(terminal.environment);
  const program = programIn(speaker(language), terminal);
  try {
    program.parse(args, { from: 'user' });
    const pin = await pinOf(program, speaker(language));
    return await report(program, pin, terminal, speaker(language));
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.holds;
    terminal.stderr.write(`${sayWrongUse(error, speaker(language))}\n${speaker(language)('cli.see-help')}\n`);
    return exitCodes.wrongUse;
  }
}

/** An argument that cannot be understood, said in the language of whoever typed it. */
class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

function sayWrongUse(error: unknown, speak: Speak): string {
  if (error instanceof WrongUse) return error.message;
  if (!(error instanceof CommanderError)) throw error;
  const message = error.message.replace(/^error: /, '');
  return error.code === 'commander.missingArgument' ? speak('cli.no-hub') : speak('cli.wrong-use', { message });
}

/** The language counts for the help and for errors too, so it is looked for before anything is parsed. */
function askedLanguage(args: readonly string[]): Language | undefined {
  const at = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  return languageNamed((args[at]?.split('=')[1] ?? args[at + 1]) || '');
}

function programIn(speak: Speak, { stdout }: Terminal): Command {
  return new Command('nmirf-verify')
    .description(speak('cli.description'))
    .argument('<hub>', speak('cli.hub'), parser(hubAddress, speak, 'cli.bad-hub'))
    .option('--genesis <hash|file>', speak('cli.genesis'))
    .option('--seen <size:root>', speak('cli.seen'), (text: string, before: readonly Claim[] = []) => [
      ...before,
      parser(claimOf, speak, 'cli.bad-seen')(text),
    ])
    .option('--json', speak('cli.json'))
    .option('--language <language>', speak('cli.language'), parser(languageNamed, speak, 'cli.bad-language'))
    .helpOption('-h, --help', speak('cli.help'))
    .addHelpText('after', `\n${speak('cli.exit')}`)
    .configureHelp({ styleTitle: (title) => titleIn(title, speak) })
    .configureOutput({ writeOut: (text) => stdout.write(text), outputError: () => undefined })
    .exitOverride();
}

const titles = { 'Usage:': 'cli.usage', 'Arguments:': 'cli.arguments', 'Options:': 'cli.options' } as const;
const titleIn = (title: string, speak: Speak): string => (title in titles ? speak(titles[title as keyof typeof titles]) : title);

const parser =
  <Value>(parse: (text: string) => Value | undefined, speak: Speak, key: TextKey) =>
  (text: string): Value => {
    const value = parse(text);
    if (value === undefined) throw new WrongUse(speak(key, { value: text }));
    return value;
  };

/** The address without what comes after its path; undefined for anything but http and https. */
function hubAddress(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return isWeb ? url.origin + url.pathname.replace(/\/+$/, '') : undefined;
}

function claimOf(text: string): Claim | undefined {
  const [, size, root] = /^([1-9][0-9]{0,14}):(.+)$/.exec(text) ?? [];
  return hash.safeParse(root).success ? { size: Number(size), root: root! } : undefined;
}

async function pinOf(program: Command, speak: Speak): Promise<Pin | undefined> {
  const { genesis } = program.opts<Options>();
  const pin = genesis === undefined ? undefined : await readPin(genesis);
  if (genesis !== undefined && !pin) throw new WrongUse(speak('cli.bad-genesis', { value: genesis }));
  return pin;
}

async function report(program: Command, pin: Pin | undefined, terminal: Terminal, speak: Speak): Promise<number> {
  const { stdout, stderr, environment } = terminal;
  const { seen = [], json } = program.opts<Options>();
  const progress = progressOn(stderr, speak('cli.reading'));
  const options = { hub: program.processedArgs[0] as string, known: seen, onProgress: progress.show, ...(pin && { pin }) };
  const result = await audit(options).finally(progress.stop);
  const paint = paintFor(stdout.isTTY, environment);
  stdout.write(json ? `${JSON.stringify(result, undefined, 2)}\n` : readableReport(result, speak, paint));
  return exitCodeOf(result);
}

function exitCodeOf({ holds, checks }: AuditResult): number {
  if (holds) return exitCodes.holds;
  return checks.some(({ result }) => result === 'failed') ? exitCodes.fails : exitCodes.unread;
}
