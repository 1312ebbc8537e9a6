import { writeFile } from 'node:fs/promises';
import { foundingFile } from '@nmirf/contracts/network/governance';
import { commandTexts, print, readJsonFile } from '@nmirf/platform/commands/command-line';
import { Evidence } from '@nmirf/replica/log/evidence';
import { MembersQueries } from '@nmirf/replica/members/members.queries';
import { type Command, InvalidArgumentError } from 'commander';
import { FoundingService } from '../network/sequencer/founding.service.js';
import { withHub } from './open-hub.js';

interface GenesisOptions {
  readonly admit: number;
  readonly out: string;
  readonly name: string;
  readonly json?: boolean;
}

const count = (value: string): number => {
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError(value);
  return Number(value);
};

/** Adds `genesis` and `members`. */
export const addNetworkCommands = (program: Command): void => {
  const t = commandTexts();
  program
    .command('genesis')
    .description(t('genesis.description'))
    .argument('<files...>', t('genesis.files'))
    .requiredOption('--admit <number>', t('genesis.admit'), count)
    .requiredOption('--out <file>', t('genesis.out'))
    .option('--name <name>', t('genesis.name'), 'NMIRF Network')
    .option('--json', t('json'))
    .action((files: string[], options: GenesisOptions) => found(files, options));
  program
    .command('members')
    .description(t('members.description'))
    .option('--json', t('json'))
    .action(({ json }: { json?: boolean }) => withHub(async (app) => print(await app.get(MembersQueries, { strict: false }).all(), json)));
};

const found = (files: readonly string[], { admit, out, name, json }: GenesisOptions): Promise<void> =>
  withHub(async (app, { PUBLIC_URL: url }) => {
    const founders = await Promise.all(files.map((file) => readJsonFile(file, foundingFile)));
    const thresholds = { admit, suspend: admit, revoke: admit, committee: admit };
    const network = await app.get(FoundingService, { strict: false }).found({ name, url, founders, thresholds });
    const { logKey } = await app.get(Evidence, { strict: false }).view();
    await writeFile(out, JSON.stringify({ hub: url, network, logKey }));
    print({ hub: url, network, logKey }, json);
  });
