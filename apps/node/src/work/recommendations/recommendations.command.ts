import { readFile, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import type { Language } from '@nmirf/contracts/languages/language';
import { createTranslator, problemTexts, type Translate } from '@nmirf/languages/catalogue';
import { countryCodes } from '@nmirf/languages/country-names';
import { terminalLanguage } from '@nmirf/languages/terminal-language';
import { Problem } from '@nmirf/platform/http/problem';
import type { INestApplicationContext } from '@nestjs/common';
import { SingleBar } from 'cli-progress';
import { type Command, type CommanderError, InvalidArgumentError } from 'commander';
import { DOCX_LIMITS, tooLarge } from './import/docx-limits.js';
import type { FoundList } from './import/found-recommendation.js';
import { readThematicList } from './import/thematic-list.js';
import { readWordDocument } from './import/word-document.js';
import type { Difference } from './recommendation.rules.js';
import { RecommendationsService } from './recommendations.service.js';
import { foundJson, refusedLines, summaryLines } from './terminal-report.js';

/** How an import ends, for scripts. */
const EXIT = { done: 0, usage: 2, unreadable: 3, rowsRefused: 4 } as const;

/** Where a command speaks and how it ends; the process's own unless told otherwise. */
interface Terminal {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The code to end with once everything is written. */
  end(code: number): void;
  /** Ends at once: the command was used wrongly, or help was asked for. */
  leave(code: number): void;
}

interface ImportCommand {
  readonly country: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const thisProcess: Terminal = {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  end: (code) => {
    process.exitCode = code;
  },
  leave: (code) => process.exit(code),
};

const knownCountry =
  (translate: Translate) =>
  (value: string): string => {
    const country = value.toUpperCase();
    if (countryCodes.includes(country)) return country;
    throw new InvalidArgumentError(translate('recommendations.import.country-unknown', { country: value }));
  };

const progress = (bar: SingleBar, written: number, of: number): void => {
  bar.setTotal(of);
  bar.update(written);
};

/** One run of `recommendations import`. */
class ImportRun {
  constructor(
    private readonly file: string,
    private readonly options: ImportCommand,
    private readonly openContext: () => Promise<INestApplicationContext>,
    private readonly terminal: Terminal,
    private readonly language: Language,
  ) {}

  /** The code the process ends with. */
  async run(): Promise<number> {
    const list = await this.read();
    if (list === undefined) return EXIT.unreadable;
    const difference = this.options.dryRun === true ? undefined : await this.store(list);
    const { stdout, stderr } = this.terminal;
    const lines = [...summaryLines(list, this.language, difference), ...refusedLines(list, this.language)];
    // With --json the output is data and nothing else, so people read beside it.
    (this.options.json === true ? stderr : stdout).write(`${lines.join('\n')}\n`);
    if (this.options.json === true) stdout.write(`${foundJson(list)}\n`);
    return list.problems.length === 0 ? EXIT.done : EXIT.rowsRefused;
  }

  private async read(): Promise<FoundList | undefined> {
    try {
      return readThematicList(await readWordDocument(await this.bytes()), this.options.country);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const texts = problemTexts(this.language, error.code, error.values);
      this.terminal.stderr.write(`${[texts?.title, texts?.detail, `(${error.code})`].filter((text) => text !== undefined).join('\n')}\n`);
      return undefined;
    }
  }

  /** Neither a device that never ends nor a file that is too large is taken into memory to find that out. */
  private async bytes(): Promise<Buffer> {
    const found = await stat(this.file).catch(() => undefined);
    if (found !== undefined && found.size > DOCX_LIMITS.file) throw tooLarge();
    const bytes = found?.isFile() === true ? await readFile(this.file).catch(() => undefined) : undefined;
    if (bytes === undefined) throw new Problem('import/file-not-readable', 422, { file: this.file });
    return bytes;
  }

  private async store(list: FoundList): Promise<Difference> {
    const context = await this.openContext();
    const bar = new SingleBar({
      stream: this.terminal.stderr as NodeJS.WritableStream,
      clearOnComplete: true,
      format: '{bar} {value}/{total}',
    });
    try {
      bar.start(list.recommendations.length, 0);
      const service = context.get(RecommendationsService, { strict: false });
      return await service.importList(list, { onProgress: (written, of) => progress(bar, written, of) });
    } finally {
      bar.stop();
      await context.close();
    }
  }
}

/**
 * Adds `recommendations import FILE --country CODE [--dry-run] [--json]`. Ends with 0 when all rows stand, 2 when used wrongly, 3 when
 * the file cannot be read or its form is unknown, 4 when some rows were refused. A dry run opens no context, so it needs no database.
 */
export const addRecommendationsCommand = (
  program: Command,
  openContext: () => Promise<INestApplicationContext>,
  terminal: Terminal = thisProcess,
): void => {
  const language = terminalLanguage(terminal.env);
  const translate = createTranslator(language, ['cli']);
  const leave = ({ exitCode }: CommanderError): void => terminal.leave(exitCode === 0 ? EXIT.done : EXIT.usage);
  const recommendations = program.command('recommendations').description(translate('recommendations.description')).exitOverride(leave);
  recommendations
    .command('import')
    .description(translate('recommendations.import.description'))
    .argument('<file>', translate('recommendations.import.file'))
    .requiredOption('--country <code>', translate('recommendations.import.country'), knownCountry(translate))
    .option('--dry-run', translate('recommendations.import.dry-run'))
    .option('--json', translate('recommendations.import.json'))
    .addHelpText('after', `\n${translate('recommendations.import.exit-codes')}`)
    .action(async (file: string, options: ImportCommand) => {
      terminal.end(await new ImportRun(file, options, openContext, terminal, language).run());
    });
};
