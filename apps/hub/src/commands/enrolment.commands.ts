import { writeFile } from 'node:fs/promises';
import type { PersonView } from '@nmirf/contracts/identity/session';
import { mechanism } from '@nmirf/contracts/members/mechanism';
import { invitationDraft } from '@nmirf/contracts/network/enrolment';
import { commandTexts, print, readJsonFile } from '@nmirf/platform/commands/command-line';
import { Problem } from '@nmirf/platform/http/problem';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { EnrolmentsQueries } from '../network/enrolment/enrolments.queries.js';
import { EnrolmentsService } from '../network/enrolment/enrolments.service.js';
import { InvitationsService } from '../network/enrolment/invitations.service.js';
import { node } from './node-argument.js';
import { withHub } from './open-hub.js';

interface InviteOptions {
  readonly mechanism: string;
  readonly out: string;
  readonly by: readonly string[];
  readonly epoch: string;
}

const MOST = 100;

const also = (value: string, others: readonly string[] = []): readonly string[] => [...others, value];

/** Whoever types at the hub itself acts for the officers named; each must hold the permission. */
const officerOf = async (app: INestApplicationContext, email: string, permission: string): Promise<PersonView> => {
  const officer = await app.get(PersonsService, { strict: false }).findByEmail(email);
  if (!officer) throw new Problem('person/not-found', 404);
  if (!officer.permissions.includes(permission)) throw new Problem('access/denied', 403);
  return officer;
};

const invite = (id: string, { mechanism: file, out, by, epoch }: InviteOptions): Promise<void> =>
  withHub(async (app) => {
    const [first = '', second = ''] = by;
    const [preparer, issuer] = [await officerOf(app, first, 'invitation:write'), await officerOf(app, second, 'invitation:write')];
    const invitations = app.get(InvitationsService, { strict: false });
    const draft = invitationDraft.parse({ node: id, mechanism: await readJsonFile(file, mechanism), epoch: Number(epoch) });
    const invitation = await invitations.issue(issuer.id, await invitations.prepare(preparer.id, draft));
    await writeFile(out, `${JSON.stringify(invitation, undefined, 2)}\n`, { mode: 0o600 });
    print(commandTexts()('invite.done', { file: out }), false);
  });

/** Adds `invite`, `enrolments` and `approve`. */
export const addEnrolmentCommands = (program: Command): void => {
  const t = commandTexts();
  program
    .command('invite')
    .description(t('invite.description'))
    .argument('<node>', t('invite.node'), node)
    .requiredOption('--mechanism <file>', t('invite.mechanism'))
    .requiredOption('--out <file>', t('invite.out'))
    .requiredOption('--by <email>', t('invite.by'), also)
    .option('--epoch <number>', t('invite.epoch'), '1')
    .action(invite);
  program
    .command('enrolments')
    .description(t('enrolments.description'))
    .option('--json', t('json'))
    .action(({ json }: { json?: boolean }) =>
      withHub(async (app) => print((await app.get(EnrolmentsQueries, { strict: false }).enrolments({ limit: MOST })).items, json)),
    );
  program
    .command('approve')
    .description(t('approve.description'))
    .argument('<id>', t('approve.id'))
    .requiredOption('--by <email>', t('approve.by'))
    .action((id: string, { by }: { by: string }) =>
      withHub(async (app) => {
        const officer = await officerOf(app, by, 'enrolment:approve');
        await app.get(EnrolmentsService, { strict: false }).approve(officer.id, id);
      }),
    );
};
