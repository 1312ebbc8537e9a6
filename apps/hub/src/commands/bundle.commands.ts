import { type NodeId, nodeId } from '@nmirf/contracts/network/names';
import { commandTexts, print, showProgress } from '@nmirf/platform/commands/command-line';
import type { Command } from 'commander';
import { HubBundles } from '../network/sequencer/hub-bundles.js';
import { node } from './node-argument.js';
import { withHub } from './open-hub.js';

interface Options {
  readonly json?: boolean;
  readonly for?: string;
}

/** Adds `export` and `import`: what nodes without a line read, and what they have to say. */
export const addBundleCommands = (program: Command): void => {
  const t = commandTexts();
  program
    .command('export')
    .description(t('export.hub'))
    .argument('<folder>', t('export.folder'))
    .option('--for <node>', t('export.for'), node)
    .option('--json', t('json'))
    .action((folder: string, { for: to, json }: Options) =>
      withHub(async (app) => {
        const member: NodeId | undefined = nodeId.optional().parse(to);
        const { size } = await app.get(HubBundles, { strict: false }).write(folder, member, showProgress);
        print(json === true ? { folder, size } : t('export.done', { folder, size }), json);
      }),
    );
  program
    .command('import')
    .description(t('import.hub'))
    .argument('<folder>', t('import.folder'))
    .option('--json', t('json'))
    .action((folder: string, { json }: Options) =>
      withHub(async (app) => {
        const taken = await app.get(HubBundles, { strict: false }).take(folder);
        print(json === true || Object.keys(taken).length > 0 ? taken : t('import.nothing'), json);
      }),
    );
};
