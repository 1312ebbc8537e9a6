import { writeFile } from 'node:fs/promises';
import { mechanism } from '@nmirf/contracts/members/mechanism';
import { invitation } from '@nmirf/contracts/network/enrolment';
import { hash } from '@nmirf/contracts/network/names';
import { address, commandTexts, print, readJsonFile } from '@nmirf/platform/commands/command-line';
import type { Command } from 'commander';
import { z } from 'zod';
import { enrol } from '../enrolling.js';
import { LinkFacade } from '../foundation/link/link.facade.js';
import { foundingFileOf } from '../founding.js';
import { FollowingService } from '../network/sync/following.service.js';
import { proxiesOf } from '../node.environment.js';
import { environmentOf, withNode } from './open-node.js';

/** What the hub hands to founders when the network is founded; compare the network's id by voice. */
const founded = z.object({ hub: z.url(), network: hash, logKey: z.string() });

interface Json {
  readonly json?: boolean;
}

/** Adds the commands by which a node joins a network: `found` and `init` for founders, `enrol` for whoever is invited. */
export const addNetworkCommands = (program: Command): void => {
  const t = commandTexts();
  program
    .command('found')
    .description(t('found.description'))
    .argument('<file>', t('found.file'))
    .requiredOption('--mechanism <file>', t('invite.mechanism'))
    .action(async (file: string, options: { mechanism: string }) => {
      const { NODE_ID, KEYS_DIR } = environmentOf();
      const record = await readJsonFile(options.mechanism, mechanism);
      await writeFile(file, JSON.stringify(await foundingFileOf(NODE_ID, record, KEYS_DIR)));
    });
  program
    .command('init')
    .description(t('init.description'))
    .requiredOption('--genesis <file>', t('init.genesis'))
    .action(async ({ genesis }: { genesis: string }) => {
      const { hub, network } = await readJsonFile(genesis, founded);
      await join(hub, network);
    });
  program
    .command('enrol')
    .description(t('enrol.description'))
    .argument('<invitation>', t('enrol.invitation'))
    .option('--json', t('json'))
    .action((file: string, options: Json) => enrolWith(file, options));
  program
    .command('follow')
    .description(t('follow.description'))
    .argument('<address>', t('follow.address'), address)
    .action((url: string) => withNode((app) => app.get(FollowingService, { strict: false }).follow(url)));
};

const join = (hub: string, network: string): Promise<void> =>
  withNode((app) => app.get(LinkFacade, { strict: false }).join(environmentOf().NODE_ID, hub, network));

const enrolWith = async (file: string, { json }: Json): Promise<void> => {
  const environment = environmentOf();
  const { NODE_ID, KEYS_DIR } = environment;
  const invited = await readJsonFile(file, invitation);
  const { fingerprint } = await enrol(invited, NODE_ID, KEYS_DIR, proxiesOf(environment));
  await join(invited.hub, invited.network);
  const { network } = invited;
  print(json === true ? { node: NODE_ID, network, fingerprint } : commandTexts()('enrol.done', { fingerprint, network }), json);
};
