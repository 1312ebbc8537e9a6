import { readFile } from 'node:fs/promises';
import { renewableUse, type RenewableUse } from '@nmirf/contracts/members/key-changes';
import { keyPairFromPkcs8, type Signer, signerOf } from '@nmirf/federation/keys';
import { goodKeys } from '@nmirf/federation/trust';
import { commandTexts, print } from '@nmirf/platform/commands/command-line';
import { Problem } from '@nmirf/platform/http/problem';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import type { INestApplicationContext } from '@nestjs/common';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { DataSource } from 'typeorm';
import { NodeKeysFacade } from '../foundation/link/node-keys.facade.js';
import { MembershipQueries } from '../network/membership/membership.queries.js';
import { OwnKeysService } from '../network/governance/own-keys.service.js';
import { DrainWorker } from '../network/sync/drain.worker.js';
import { withNode } from './open-node.js';

/** The key that others encrypt to; it signs nothing. */
const AGREEMENT = 'agreement';
const END = Number.MAX_SAFE_INTEGER;

interface Options {
  readonly json?: boolean;
  readonly recoveryKey?: string;
}
interface Revoke extends Options {
  readonly recoveryKey: string;
  readonly distrustFrom?: number;
  readonly reason: string;
}
interface Leave extends Options {
  readonly recoveryKey: string;
  readonly reason?: string;
}

const position = (value: string): number => {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError(commandTexts()('revoke.not-a-position', { value }));
  return Number(value);
};

/** Adds what a node's operator does with its keys: `keys`, `rotate`, and with the recovery key `revoke`, `leave` and `send`. */
export const addKeysCommands = (program: Command): void => {
  const t = commandTexts();
  const withRecovery = (command: Command): Command =>
    command.requiredOption('--recovery-key <file>', t('rotate.recovery-key')).option('--json', t('json'));
  program
    .command('keys')
    .description(t('keys.description'))
    .option('--json', t('json'))
    .action(({ json }: Options) => withNode((app) => show(app, json)));
  program
    .command('rotate')
    .description(t('rotate.description'))
    .addArgument(new Argument('<use>', t('rotate.use')).choices([...renewableUse.options, AGREEMENT]))
    .option('--recovery-key <file>', t('rotate.recovery-key'))
    .option('--json', t('json'))
    .action((use: RenewableUse | typeof AGREEMENT, options: Options) =>
      changed(options, (keys) =>
        use === AGREEMENT ? keys.announceAgreementKey() : keys.rotate(use, options.recoveryKey === undefined ? 'msg' : 'rec'),
      ),
    );
  withRecovery(program.command('revoke').description(t('revoke.description')).argument('<kid>', t('revoke.kid')))
    .requiredOption('--reason <text>', t('revoke.reason'))
    .option('--distrust-from <position>', t('revoke.distrust-from'), position)
    .action((kid: string, options: Revoke) => changed(options, (keys) => keys.revoke({ ...options, kid })));
  withRecovery(program.command('leave').description(t('leave.description')))
    .option('--reason <text>', t('leave.reason'))
    .action((options: Leave) => changed(options, (keys) => keys.leave(options.reason)));
  withRecovery(program.command('send').description(t('send.description'))).action((options: Leave) =>
    changed(options, () => Promise.resolve()),
  );
};

/** Writes the change down, sends at once what the recovery key must sign, and shows the keys as they are now. */
const changed = ({ recoveryKey, json }: Options, change: (keys: OwnKeysService) => Promise<void>): Promise<void> =>
  withNode(async (app) => {
    const recovery = recoveryKey === undefined ? undefined : await recoverySigner(app, recoveryKey);
    await change(app.get(OwnKeysService, { strict: false }));
    if (recovery) await app.get(DrainWorker, { strict: false }).drainWith(recovery);
    await show(app, json);
  });

/** The keys that sign, and the one that others encrypt to. */
const show = async (app: INestApplicationContext, json: boolean | undefined): Promise<void> => {
  const { keys, agreement } = await app.get(MembershipQueries, { strict: false }).own();
  print([...keys, ...(agreement ? [{ use: AGREEMENT, ...agreement }] : [])], json);
};

/** The key in a file, which must be the recovery key that the log names. Throws `file/not-readable` and `key/not-recovery`. */
const recoverySigner = async (app: INestApplicationContext, file: string): Promise<Signer> => {
  const pem = await readFile(file, 'utf8').catch(() => undefined);
  if (pem === undefined) throw new Problem('file/not-readable', 422, { file });
  const { node } = app.get(NodeKeysFacade, { strict: false });
  const trust = await app.get(TrustStore, { strict: false }).current(app.get(DataSource).manager);
  const pair = keyPairFromPkcs8(pem);
  const isGood = pair && trust && goodKeys(trust, node, 'rec', END).some(({ x }) => x === pair.publicKey.x);
  if (!isGood) throw new Problem('key/not-recovery', 422, { file });
  return signerOf(node, pair);
};
