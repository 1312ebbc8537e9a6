import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';

/** A tiny house with one file of every kind, so that what is imported exists. */
const HOUSE: Readonly<Record<string, string>> = {
  'libs/contracts/src/network/names.ts': 'export const name = 1;',
  'libs/federation/src/tree.ts': 'export const tree = 1;',
  'libs/anonymisation/src/gate.ts': 'export const gate = 1;',
  'libs/platform/src/http/problem.ts': 'export const problem = 1;',
  'libs/languages/src/languages.ts': 'export const languages = 1;',
  'libs/api-client/src/api.ts': 'export const api = 1;',
  'libs/ui/src/card.tsx': 'export const card = 1;',
  'libs/replica/src/log/log-store.ts': 'export const logStore = 1;',
  'libs/replica/src/members/members.service.ts': 'export const members = 1;',
  'libs/replica/src/members/members.facade.ts': 'export const members = 1;',
  'libs/replica/src/practices/practices.queries.ts': 'export const practices = 1;',
  'apps/hub/src/foundation/identity/identity.facade.ts': 'export const identity = 1;',
  'apps/hub/src/work/texts/text.entity.ts': 'export const text = 1;',
  'apps/hub/src/work/texts/texts.service.ts': 'export const texts = 1;',
  'apps/hub/src/work/texts/texts.facade.ts': 'export const texts = 1;',
  'apps/hub/src/network/sequencer/sequencer.facade.ts': 'export const sequencer = 1;',
  'apps/node/src/work/practices/practices.facade.ts': 'export const practices = 1;',
  'apps/node/src/network/sync/outgoing.facade.ts': 'export const outgoing = 1;',
  'apps/node/src/network/publication/release.service.ts': 'export const release = 1;',
  'apps/auditor/src/verify.ts': 'export const verify = 1;',
  'apps/hub-web/src/log/log-page.tsx': 'export const logPage = 1;',
};

/** What is forbidden: where it stands, what it says, and the rule that must stop it. */
const VIOLATIONS: readonly (readonly [what: string, path: string, code: string, rule: string])[] = [
  [
    'foundation imports work',
    'apps/hub/src/foundation/identity/a.service.ts',
    "import '../../work/texts/texts.facade.js';",
    'boundaries/dependencies',
  ],
  [
    'work imports network',
    'apps/hub/src/work/texts/a.service.ts',
    "import '../../network/sequencer/sequencer.facade.js';",
    'boundaries/dependencies',
  ],
  [
    'a feature imports the service of another',
    'apps/hub/src/network/log/a.service.ts',
    "import '../../work/texts/texts.service.js';",
    'boundaries/dependencies',
  ],
  [
    'a feature imports the entity of another',
    'apps/hub/src/work/gatherings/a.service.ts',
    "import '../texts/text.entity.js';",
    'boundaries/dependencies',
  ],
  [
    'a feature of the replica imports the service of another',
    'libs/replica/src/practices/a.service.ts',
    "import '../members/members.service.js';",
    'boundaries/dependencies',
  ],
  [
    'the log imports a feature of the replica',
    'libs/replica/src/log/a.ts',
    "import '../members/members.facade.js';",
    'boundaries/dependencies',
  ],
  [
    'a library imports an app',
    'libs/platform/src/a.ts',
    "import '../../../apps/hub/src/work/texts/texts.facade.js';",
    'boundaries/dependencies',
  ],
  [
    'an app imports another app',
    'apps/node/src/work/practices/a.service.ts',
    "import '../../../../hub/src/work/texts/texts.facade.js';",
    'boundaries/dependencies',
  ],
  ['federation imports Nest', 'libs/federation/src/a.ts', "import '@nestjs/common';", 'boundaries/dependencies'],
  ['federation imports TypeORM', 'libs/federation/src/a.ts', "import 'typeorm';", 'boundaries/dependencies'],
  ['anonymisation imports Nest', 'libs/anonymisation/src/a.ts', "import '@nestjs/core';", 'boundaries/dependencies'],
  ['anonymisation imports TypeORM', 'libs/anonymisation/src/a.ts', "import 'typeorm';", 'boundaries/dependencies'],
  ['contracts import something other than zod', 'libs/contracts/src/a.ts', "import 'pg';", 'boundaries/dependencies'],
  ['contracts import a library', 'libs/contracts/src/a.ts', "import '@nmirf/federation/tree';", 'boundaries/dependencies'],
  ['rules import Nest', 'apps/hub/src/work/texts/text.rules.ts', "import '@nestjs/common';", 'boundaries/dependencies'],
  ['rules import TypeORM', 'apps/hub/src/work/texts/text.rules.ts', "import 'typeorm';", 'boundaries/dependencies'],
  ['rules import an entity', 'apps/hub/src/work/texts/text.rules.ts', "import './text.entity.js';", 'boundaries/dependencies'],
  ['a web client imports platform', 'apps/hub-web/src/a.tsx', "import '@nmirf/platform/http/problem';", 'boundaries/dependencies'],
  [
    'a web client imports the replica',
    'apps/hub-web/src/a.tsx',
    "import '@nmirf/replica/members/members.facade';",
    'boundaries/dependencies',
  ],
  ['a web client imports Mantine', 'apps/hub-web/src/a.tsx', "import '@mantine/core';", 'boundaries/dependencies'],
  ['the auditor imports platform', 'apps/auditor/src/a.ts', "import '@nmirf/platform/http/problem';", 'boundaries/dependencies'],
  [
    'work goes past the gate',
    'apps/node/src/work/practices/a.service.ts',
    "import '../../network/sync/outgoing.facade.js';",
    'boundaries/dependencies',
  ],
  [
    'another part of the network goes past the gate',
    'apps/node/src/network/witness/a.service.ts',
    "import '../sync/outgoing.facade.js';",
    'boundaries/dependencies',
  ],
  ['the root goes past the gate', 'apps/node/src/cli.ts', "import './network/sync/outgoing.facade.js';", 'boundaries/dependencies'],
  [
    'a file imports itself round about',
    'apps/hub/src/work/texts/texts.service.ts',
    "import { texts as other } from './texts.facade.js';\nexport const texts = other;",
    'import-x/no-cycle',
  ],
  ['a barrel', 'libs/platform/src/http/index.ts', 'export const a = 1;', 'house/place'],
  ['a star export', 'libs/platform/src/http/a.ts', "export * from './problem.js';", 'no-restricted-syntax'],
  ['a folder named utils', 'libs/platform/src/utils/a.ts', 'export const a = 1;', 'house/place'],
  ['a folder named dto', 'apps/hub/src/work/texts/dto/a.ts', 'export const a = 1;', 'house/place'],
  ['a file name in camel case', 'libs/platform/src/http/myFile.ts', 'export const a = 1;', 'house/place'],
  [
    'a reference forward',
    'apps/hub/src/work/texts/texts.module.ts',
    "import { forwardRef } from '@nestjs/common';\nexport const a = forwardRef;",
    'no-restricted-imports',
  ],
  ['a default export', 'libs/platform/src/http/a.ts', 'export default 1;', 'import-x/no-default-export'],
  ['literal text on a page', 'apps/hub-web/src/a.tsx', 'export const a = <p>Welcome</p>;', 'house/literal-text'],
  ['literal text in a label', 'libs/ui/src/a.tsx', 'export const a = <input aria-label="Name" />;', 'house/literal-text'],
  ['the type any', 'libs/platform/src/a.ts', 'export const a = (b: any): unknown => b;', '@typescript-eslint/no-explicit-any'],
];

const CLEAN: readonly (readonly [path: string, code: string])[] = [
  [
    'apps/hub/src/network/log/a.service.ts',
    "import '../../work/texts/texts.facade.js';\nimport '@nmirf/replica/log/log-store';\nimport '@nmirf/federation/tree';",
  ],
  [
    'apps/hub/src/work/texts/a.service.ts',
    "import './text.entity.js';\nimport '../../foundation/identity/identity.facade.js';\nimport '@nmirf/platform/http/problem';",
  ],
  ['apps/hub/src/work/texts/text.rules.ts', "import '@nmirf/contracts/network/names';"],
  ['apps/hub/src/database/data-source.ts', "import '../work/texts/text.entity.js';"],
  [
    'apps/node/src/network/publication/a.service.ts',
    "import '../sync/outgoing.facade.js';\nimport '../../work/practices/practices.facade.js';",
  ],
  [
    'apps/hub-web/src/a.tsx',
    "import '@nmirf/ui/card';\nimport '@nmirf/api-client/api';\nimport '@nmirf/federation/tree';\nimport 'react';",
  ],
  ['libs/ui/src/a.tsx', "import '@mantine/core';\nimport '@nmirf/languages/languages';"],
  ['libs/contracts/src/a.ts', "import { z } from 'zod';\nexport const a = z.string();"],
  ['apps/auditor/src/a.ts', "import '@nmirf/federation/tree';\nimport '@nmirf/contracts/network/names';"],
];

describe('the boundaries of the house', () => {
  const house = realpathSync(mkdtempSync(join(tmpdir(), 'nmirf-house-')));
  const home = process.cwd();
  let lint: ESLint;

  beforeAll(() => {
    for (const [path, code] of Object.entries(HOUSE)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), code);
    }
    writeFileSync(
      join(house, 'apps/hub/src/work/texts/texts.facade.ts'),
      "import { texts } from './texts.service.js';\nexport const facade = texts;",
    );
    for (const file of ['tsconfig.base.json', 'tsconfig.lint.json']) cpSync(file, join(house, file));
    symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
    // The resolver of imports reads the working folder, not ESLint's.
    const config = resolve('eslint.config.js');
    process.chdir(house);
    lint = new ESLint({ cwd: house, overrideConfigFile: config });
  });
  afterAll(() => {
    process.chdir(home);
    rmSync(house, { recursive: true, force: true });
  });

  const rulesBroken = async (path: string, code: string): Promise<readonly string[]> => {
    const [result] = await lint.lintText(`${code}\n`, { filePath: join(house, path) });
    return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
  };

  it.each(VIOLATIONS)('refuses: %s', async (_what, path, code, rule) => {
    expect(await rulesBroken(path, code)).toContain(rule);
  });

  it.each(CLEAN)('lets pass: %s', async (path, code) => {
    expect(await rulesBroken(path, code)).toEqual([]);
  });

  it('listens to no comment that silences a rule', async () => {
    const code = "/* eslint-disable */\nimport 'typeorm';";
    expect(await rulesBroken('libs/federation/src/a.ts', code)).toContain('boundaries/dependencies');
  });
});
