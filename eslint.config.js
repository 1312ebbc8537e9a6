import eslint from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import boundaries from 'eslint-plugin-boundaries';
import { importX } from 'eslint-plugin-import-x';
import prettier from 'eslint-config-prettier';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { dependencies, elements, files } from './scripts/lint/boundaries.mjs';
import { literalTextRule } from './scripts/lint/literal-text.rule.mjs';
import { placeRule } from './scripts/lint/place.rule.mjs';

/** Imports are resolved against the sources, so that lint needs no build. */
const resolution = { project: 'tsconfig.lint.json', noWarnOnMultipleProjects: true };
const tests = ['**/*.spec.ts', '**/*.spec.tsx', 'test/**'];
const house = { rules: { place: placeRule, 'literal-text': literalTextRule } };

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.data/', 'coverage/', 'screens/', '**/*.d.ts', '**/*.gen.ts'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { house, 'import-x': importX },
    settings: {
      'import-x/resolver-next': createTypeScriptImportResolver(resolution),
      'import-x/extensions': ['.ts', '.tsx', '.js', '.mjs'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/external-module-folders': ['node_modules'],
    },
    rules: {
      'house/place': 'error',
      // No package imports us: what stands outside is in no cycle of ours, and reading it is most of the work.
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'import-x/no-self-import': 'error',
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'No barrels: import the file itself.' }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@nestjs/common', importNames: ['forwardRef'], message: 'A cycle between modules is a boundary in the wrong place.' },
          ],
        },
      ],
      eqeqeq: 'error',
      // The recognisers of personal data name control and combining characters on purpose.
      'no-control-regex': 'off',
      'no-misleading-character-class': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['apps/*/src/**/*.{ts,tsx}', 'libs/*/src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts', '**/*.spec.tsx'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: resolution },
      'boundaries/legacy-templates': false,
      'boundaries/elements': elements,
      'boundaries/files': files,
    },
    rules: { 'boundaries/dependencies': ['error', dependencies] },
  },
  { files: ['apps/*-web/src/**/*.tsx', 'libs/ui/src/**/*.tsx'], rules: { 'house/literal-text': 'error' } },
  {
    files: ['*.js', '**/vite.config.ts', '**/data-source.ts', '**/*.config.{js,cjs,ts}', 'test/harness/global-*.js'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  { files: ['**/*.{js,mjs,cjs}', ...tests], languageOptions: { globals: globals.node } },
  { files: ['apps/*-web/**', 'libs/ui/**', 'libs/api-client/**'], languageOptions: { globals: globals.browser } },
  { files: ['test/**'], rules: { 'max-lines': 'off' } },
  prettier,
);
