import { text } from 'node:stream/consumers';
import { type Language, languages } from '@nmirf/contracts/languages/language';
import type { INestApplicationContext } from '@nestjs/common';
import { type Command, Option } from 'commander';
import { PersonsService } from '../identity/persons.service.js';
import { commandTexts, print } from './command-line.js';

interface PersonOptions {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: string;
  readonly json?: boolean;
}

/** Adds `person add`: an account, its password read from the standard input so that it stands in no history of commands. */
export const addPersonCommand = (program: Command, run: (work: (app: INestApplicationContext) => Promise<void>) => Promise<void>): void => {
  const t = commandTexts();
  program
    .command('person')
    .description(t('person.description'))
    .command('add')
    .description(t('person.add.description'))
    .requiredOption('--email <address>', t('person.add.email'))
    .requiredOption('--name <name>', t('person.add.name'))
    .addOption(new Option('--language <code>', t('person.add.language')).choices([...languages]).makeOptionMandatory())
    .requiredOption('--roles <roles>', t('person.add.roles'))
    .requiredOption('--password-stdin', t('person.add.password-stdin'))
    .option('--json', t('json'))
    .action(({ email, name, language, roles, json }: PersonOptions) =>
      run(async (app) => {
        const password = (await text(process.stdin)).trimEnd();
        const persons = app.get(PersonsService, { strict: false });
        const { id } = await persons.add({ email, name, language, roles: roles.split(','), password });
        print({ id }, json);
      }),
    );
};
