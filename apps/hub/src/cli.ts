import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type Language, language } from '@nmirf/contracts/languages/language';
import { foundingFile } from '@nmirf/contracts/network/governance';
import { parseEnvironment } from '@nmirf/platform/environment/environment';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import { Evidence } from '@nmirf/replica/log/evidence';
import { MembersQueries } from '@nmirf/replica/members/members.queries';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Command } from 'commander';
import { createHub } from './hub.js';
import { type HubEnvironment, hubEnvironment } from './hub.environment.js';
import { FoundingService } from './network/sequencer/founding.service.js';

interface PersonOptions {
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly roles: string;
}

/** Runs with the hub's parts but none of its workers, and closes what it opened. */
async function withHub(work: (app: NestExpressApplication, environment: HubEnvironment) => Promise<void>): Promise<void> {
  const environment = { ...parseEnvironment(hubEnvironment, process.env), ROLE: 'main' as const, LOG_LEVEL: 'error' as const };
  const app = await createHub(environment);
  try {
    await work(app, environment);
  } finally {
    await app.close();
  }
}

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);

const program = new Command('nmirf-hub');

program
  .command('genesis')
  .argument('<files...>')
  .requiredOption('--admit <number>')
  .requiredOption('--out <file>')
  .option('--name <name>', '', 'NMIRF Network')
  .action((files: string[], { admit, out, name }: { admit: string; out: string; name: string }) =>
    withHub(async (app, { PUBLIC_URL: url }) => {
      const founders = await Promise.all(files.map(async (file) => foundingFile.parse(JSON.parse(await readFile(file, 'utf8')))));
      const threshold = Number(admit);
      const thresholds = { admit: threshold, suspend: threshold, revoke: threshold, committee: threshold };
      const network = await app.get(FoundingService, { strict: false }).found({ name, url, founders, thresholds });
      const { logKey } = await app.get(Evidence, { strict: false }).view();
      await writeFile(out, JSON.stringify({ hub: url, network, logKey }));
      print({ hub: url, network, logKey });
    }),
  );

program.command('members').action(() => withHub(async (app) => print(await app.get(MembersQueries, { strict: false }).all())));

program
  .command('person')
  .command('add')
  .requiredOption('--email <email>')
  .requiredOption('--name <name>')
  .requiredOption('--language <language>')
  .requiredOption('--roles <roles>')
  .requiredOption('--password-stdin')
  .action(({ email, name, language: spoken, roles }: PersonOptions) =>
    withHub(async (app) => {
      const chosen: Language = language.parse(spoken);
      const password = (await text(process.stdin)).trimEnd();
      const { id } = await app
        .get(PersonsService, { strict: false })
        .add({ email, name, language: chosen, roles: roles.split(','), password });
      print({ id });
    }),
  );

await program.parseAsync();
