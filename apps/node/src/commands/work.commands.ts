import { hash, nodeId } from '@nmirf/contracts/network/names';
import { proposedStatus, type ProposedStatus } from '@nmirf/contracts/network/member-status';
import { terminalLanguage } from '@nmirf/languages/terminal-language';
import { commandTexts, print } from '@nmirf/platform/commands/command-line';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { demonstrationPractices } from '../demonstration/practices.js';
import { demonstrationRecommendations } from '../demonstration/recommendations.js';
import { MechanismFacade } from '../foundation/link/mechanism.facade.js';
import { DecisionsService } from '../network/governance/decisions.service.js';
import { ProposalsQueries } from '../network/governance/proposals.queries.js';
import { ProposingService } from '../network/governance/proposing.service.js';
import { QueueQueries } from '../network/sync/queue.queries.js';
import { PracticesService } from '../work/practices/practices.service.js';
import { RecommendationsService } from '../work/recommendations/recommendations.service.js';
import { withNode } from './open-node.js';

interface Json {
  readonly json?: boolean;
}

interface Decide extends Json {
  readonly approve?: boolean;
  readonly reject?: boolean;
}

const MOST = 100;

const proposal = (value: string): string => {
  if (!hash.safeParse(value).success) throw new InvalidArgumentError(commandTexts()('decide.not-a-proposal', { value }));
  return value;
};

const member = (value: string): string => {
  if (!nodeId.safeParse(value).success) throw new InvalidArgumentError(commandTexts()('propose.not-a-member', { value }));
  return value;
};

/** Adds what a node's operator looks at and decides: `status`, `queue`, `proposals`, `propose`, `decide`, and `demonstrate`. */
export const addWorkCommands = (program: Command): void => {
  const t = commandTexts();
  program
    .command('status')
    .description(t('status.description'))
    .option('--json', t('json'))
    .action(({ json }: Json) => withNode(async (app) => print(await app.get(QueueQueries, { strict: false }).linkView(), json)));
  program
    .command('queue')
    .description(t('queue.description'))
    .option('--json', t('json'))
    .action(({ json }: Json) =>
      withNode(async (app) =>
        print((await app.get(QueueQueries, { strict: false }).page({ limit: MOST }, terminalLanguage(process.env))).items, json),
      ),
    );
  program
    .command('proposals')
    .description(t('proposals.description'))
    .option('--json', t('json'))
    .action(({ json }: Json) => withNode(async (app) => print(await app.get(ProposalsQueries, { strict: false }).all(), json)));
  program
    .command('propose')
    .description(t('propose.description'))
    .argument('<member>', t('propose.member'), member)
    .addArgument(new Argument('<status>', t('propose.status')).choices(proposedStatus.options))
    .requiredOption('--reason <text>', t('revoke.reason'))
    .action((id: string, status: ProposedStatus, { reason }: { readonly reason: string }) =>
      withNode((app) => app.get(ProposingService, { strict: false }).status({ id: nodeId.parse(id), status, reason })),
    );
  program
    .command('decide')
    .description(t('decide.description'))
    // One hash in sixty-four begins as an option does.
    .allowUnknownOption()
    .argument('<proposal>', t('decide.proposal'), proposal)
    .option('--approve', t('decide.approve'))
    .option('--reject', t('decide.reject'))
    .option('--json', t('json'))
    .action((subject: string, { approve, reject, json }: Decide, command: Command) => {
      if ((approve === true) === (reject === true)) command.error(t('decide.choose'), { exitCode: 2 });
      return withNode(async (app) =>
        print(await app.get(DecisionsService, { strict: false }).decide(subject, approve === true ? 'approve' : 'reject'), json),
      );
    });
  program.command('demonstrate').description(t('demonstrate.description')).action(demonstrate);
};

/** Takes in the demonstration's recommendations and writes its practices at the desk; the first of them is published in the open by the start. */
const demonstrate = (): Promise<void> =>
  withNode(async (app) => {
    const officer = (await app.get(PersonsService, { strict: false }).list()).find(({ roles }) => roles.includes('focal-point'));
    const { country } = await app.get(MechanismFacade, { strict: false }).own();
    await app.get(RecommendationsService, { strict: false }).importList(demonstrationRecommendations(country));
    const [, ...others] = demonstrationPractices(country);
    if (officer) for (const record of others) await app.get(PracticesService, { strict: false }).add(officer, record);
  });
