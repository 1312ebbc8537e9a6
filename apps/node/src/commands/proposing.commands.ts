import { hubFile } from '@nmirf/contracts/network/governance';
import { type NodeId, nodeId } from '@nmirf/contracts/network/names';
import { fingerprint } from '@nmirf/federation/keys';
import { commandTexts, print, readJsonFile } from '@nmirf/platform/commands/command-line';
import { type Command, InvalidArgumentError } from 'commander';
import { ProposingService } from '../network/governance/proposing.service.js';
import { withNode } from './open-node.js';

interface Because {
  readonly reason: string;
}
interface Committee extends Because {
  readonly admit: number;
  readonly suspend: number;
  readonly revoke: number;
  readonly committee: number;
}

const count = (value: string): number => {
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError(value);
  return Number(value);
};

const also = (value: string, others: readonly NodeId[] = []): readonly NodeId[] => {
  const member = nodeId.safeParse(value);
  if (!member.success) throw new InvalidArgumentError(commandTexts()('propose.not-a-member', { value }));
  return [...others, member.data];
};

/** Adds `propose-committee` and `propose-hub`: what changes who decides, and who keeps the log. */
export const addProposingCommands = (program: Command): void => {
  const t = commandTexts();
  program
    .command('propose-committee')
    .description(t('propose-committee.description'))
    .argument('<members...>', t('propose-committee.members'), also)
    .requiredOption('--admit <number>', t('genesis.admit'), count)
    .requiredOption('--suspend <number>', t('propose-committee.suspend'), count)
    .requiredOption('--revoke <number>', t('propose-committee.revoke'), count)
    .requiredOption('--committee <number>', t('propose-committee.committee'), count)
    .requiredOption('--reason <text>', t('revoke.reason'))
    .action((committee: NodeId[], { reason, ...thresholds }: Committee) =>
      withNode((app) => app.get(ProposingService, { strict: false }).committee({ committee, thresholds, reason })),
    );
  program
    .command('propose-hub')
    .description(t('propose-hub.description'))
    .argument('<file>', t('propose-hub.file'))
    .requiredOption('--reason <text>', t('revoke.reason'))
    .action((file: string, { reason }: Because) =>
      withNode(async (app) => {
        const hub = await readJsonFile(file, hubFile);
        await app.get(ProposingService, { strict: false }).hub({ hub, reason });
        print(t('propose-hub.done', { fingerprint: fingerprint(hub.keys.log) }), false);
      }),
    );
};
