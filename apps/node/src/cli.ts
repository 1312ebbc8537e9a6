import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type Language, language } from '@nmirf/contracts/languages/language';
import { mechanism } from '@nmirf/contracts/members/mechanism';
import { hash } from '@nmirf/contracts/network/names';
import { parseEnvironment } from '@nmirf/platform/environment/environment';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Command } from 'commander';
import { z } from 'zod';
import { demonstrationPractices } from './demonstration/practices.js';
import { LinkFacade } from './foundation/link/link.facade.js';
import { foundingFileOf } from './founding.js';
import { createNode } from './node.js';
import { type NodeEnvironment, nodeEnvironment } from './node.environment.js';
import { readMechanism } from './node.module.js';
import { QueueQueries } from './network/sync/queue.queries.js';
import { PracticesService } from './work/practices/practices.service.js';
import { addRecommendationsCommand } from './work/recommendations/recommendations.command.js';

/** What the hub hands to founders when the network is founded; compare the network's id by voice. */
const founded = z.object({ hub: z.url(), network: hash, logKey: z.string() });

interface PersonOptions {
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly roles: string;
}

const environmentOf = (): NodeEnvironment => parseEnvironment(nodeEnvironment, process.env);

/** The node's parts with none of its workers. */
const open = (): Promise<NestExpressApplication> => createNode({ ...environmentOf(), ROLE: 'main', LOG_LEVEL: 'error' });

async function withNode(work: (app: NestExpressApplication) => Promise<void>): Promise<void> {
  const app = await open();
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);

const program = new Command('nmirf-node');

program
  .command('found')
  .argument('<file>')
  .requiredOption('--mechanism <file>')
  .action(async (file: string, options: { mechanism: string }) => {
    const { NODE_ID, KEYS_DIR } = environmentOf();
    const record = mechanism.parse(JSON.parse(await readFile(options.mechanism, 'utf8')));
    await writeFile(file, JSON.stringify(await foundingFileOf(NODE_ID, record, KEYS_DIR)));
  });

program
  .command('init')
  .requiredOption('--genesis <file>')
  .action(({ genesis }: { genesis: string }) =>
    withNode(async (app) => {
      const { hub, network } = founded.parse(JSON.parse(await readFile(genesis, 'utf8')));
      await app.get(LinkFacade, { strict: false }).join(environmentOf().NODE_ID, hub, network);
    }),
  );

program.command('status').action(() => withNode(async (app) => print(await app.get(QueueQueries, { strict: false }).linkView())));
program.command('queue').action(() => withNode(async (app) => print(await app.get(QueueQueries, { strict: false }).page({ limit: 100 }))));

program.command('demonstrate').action(() =>
  withNode(async (app) => {
    const officer = (await app.get(PersonsService, { strict: false }).list()).find(({ roles }) => roles.includes('focal-point'));
    const [, ...others] = demonstrationPractices(readMechanism(environmentOf().KEYS_DIR).country);
    if (officer) for (const record of others) await app.get(PracticesService, { strict: false }).add(officer, record);
  }),
);

program
  .command('person')
  .command('add')
  .requiredOption('--email <email>')
  .requiredOption('--name <name>')
  .requiredOption('--language <language>')
  .requiredOption('--roles <roles>')
  .requiredOption('--password-stdin')
  .action(({ email, name, language: spoken, roles }: PersonOptions) =>
    withNode(async (app) => {
      const chosen: Language = language.parse(spoken);
      const password = (await text(process.stdin)).trimEnd();
      const { id } = await app
        .get(PersonsService, { strict: false })
        .add({ email, name, language: chosen, roles: roles.split(','), password });
      print({ id });
    }),
  );

addRecommendationsCommand(program, open);
await program.parseAsync();
