import { commandTexts, print, showProgress } from '@nmirf/platform/commands/command-line';
import type { Command } from 'commander';
import { BundlesService } from '../network/sync/bundles.service.js';
import { withNode } from './open-node.js';

interface Json {
  readonly json?: boolean;
}

/** Adds `export` and `import`: the log, and what waits to be published, in a folder that people carry. */
export const addBundleCommands = (program: Command): void => {
  const t = commandTexts();
  program
    .command('export')
    .description(t('export.node'))
    .argument('<folder>', t('export.folder'))
    .option('--json', t('json'))
    .action((folder: string, { json }: Json) =>
      withNode(async (app) => {
        const { size, outbox } = await app.get(BundlesService, { strict: false }).write(folder, showProgress);
        print(json === true ? { folder, size, outbox: outbox !== undefined } : t('export.done', { folder, size }), json);
      }),
    );
  program
    .command('import')
    .description(t('import.node'))
    .argument('<folder>', t('import.folder'))
    .option('--json', t('json'))
    .action((folder: string, { json }: Json) =>
      withNode(async (app) => {
        const imported = await app.get(BundlesService, { strict: false }).read(folder, showProgress);
        print(json === true ? imported : t('import.done', { ...imported }), json);
      }),
    );
};
