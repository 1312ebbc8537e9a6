import { commandTexts, print, showProgress } from '@nmirf/platform/commands/command-line';
import type { Command } from 'commander';
import { RecoveryService } from '../network/recovery/recovery.service.js';
import { withHub } from './open-hub.js';

interface Options {
  readonly resume?: boolean;
  readonly show?: boolean;
  readonly json?: boolean;
}

/** Adds `recover`: what is said to a hub whose database was restored, before it is started and until it goes on. */
export const addRecoveryCommands = (program: Command): void => {
  const t = commandTexts();
  program
    .command('recover')
    .description(t('recover.description'))
    .argument('[folder]', t('recover.folder'))
    .option('--resume', t('recover.resume'))
    .option('--show', t('recover.show'))
    .option('--json', t('json'))
    .action((folder: string | undefined, { resume, show, json }: Options) =>
      withHub(async (app) => {
        const recovery = app.get(RecoveryService, { strict: false });
        if (folder !== undefined) await recovery.read(folder, showProgress);
        else if (resume !== true && show !== true && !(await recovery.state())) await recovery.begin();
        if (resume === true) await recovery.resume();
        print((await recovery.state()) ?? t('recover.done'), json);
      }),
    );
};
