import { writeFile } from 'node:fs/promises';
import { fingerprint } from '@nmirf/federation/keys';
import { address, commandTexts, print, showProgress } from '@nmirf/platform/commands/command-line';
import { Argument, type Command } from 'commander';
import { TakeOverService } from '../network/recovery/take-over.service.js';
import { HUB_USES, type HubChange, HubChanges } from '../network/sequencer/hub-changes.js';
import { withHub } from './open-hub.js';

interface Json {
  readonly json?: boolean;
}
interface TakeOver extends Json {
  readonly out: string;
}
type Rotate = Json & Omit<HubChange, 'uses'>;

/** Adds `take-over`, for another machine, and `rotate`, for the hub itself: both end with a decision of the committee. */
export const addHubChangeCommands = (program: Command): void => {
  const t = commandTexts();
  program
    .command('take-over')
    .description(t('take-over.description'))
    .argument('<folder>', t('import.folder'))
    .requiredOption('--out <file>', t('take-over.out'))
    .option('--json', t('json'))
    .action((folder: string, options: TakeOver) => takeOver(folder, options));
  program
    .command('rotate')
    .description(t('rotate-hub.description'))
    .addArgument(new Argument('[uses...]', t('rotate-hub.uses')).choices(HUB_USES))
    .option('--url <address>', t('rotate-hub.url'), address)
    .requiredOption('--reason <text>', t('revoke.reason'))
    .option('--json', t('json'))
    .action((uses: HubChange['uses'], { json, ...change }: Rotate) =>
      withHub(async (app) => {
        const proposal = await app.get(HubChanges, { strict: false }).propose({ uses, ...change });
        print(json === true ? { proposal } : t('rotate-hub.done', { proposal }), json);
      }),
    );
};

const takeOver = (folder: string, { out, json }: TakeOver): Promise<void> =>
  withHub(async (app, { PUBLIC_URL: url }) => {
    const hub = await app.get(TakeOverService, { strict: false }).prepare(folder, url, showProgress);
    await writeFile(out, `${JSON.stringify(hub, undefined, 2)}\n`);
    const shown = { network: hub.network, fingerprint: fingerprint(hub.keys.log) };
    print(json === true ? shown : commandTexts()('take-over.done', { file: out, ...shown }), json);
  });
