const decorators = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^#compiled$': '<rootDir>/libs/contracts/src/compiled.node.ts',
    '^#([^/]+)$': '<rootDir>/libs/federation/src/$1.node.ts',
    '^@nmirf/([^/]+)/(.*)\\.json$': '<rootDir>/libs/$1/src/$2.json',
    '^@nmirf/([^/]+)/(.*)$': '<rootDir>/libs/$1/src/$2.ts',
  },
  transform: { '\\.ts$': ['@swc/jest', decorators] },
};

const project = (displayName, ...testMatch) => ({
  ...shared,
  displayName,
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
});

const onPostgres = {
  globalSetup: '<rootDir>/test/harness/global-setup.js',
  globalTeardown: '<rootDir>/test/harness/global-teardown.js',
};

/** What runs where: `unit` needs nothing; the rest find PostgreSQL through `test/harness/postgres.ts`. */
export default {
  // When a test counts as hung. How fast something is, `npm run bench` says; two busy cores are slow at times, and right all the same.
  testTimeout: 120_000,
  projects: [
    project(
      'unit',
      '{apps,libs}/*/src/**/*.spec.ts',
      'test/protocol/**/*.test.ts',
      'test/architecture/**/*.test.ts',
      'test/anonymisation/**/*.test.ts',
    ),
    { ...project('database', 'test/database/**/*.test.ts'), ...onPostgres },
    { ...project('network', 'test/network/**/*.test.ts', 'test/faults/**/*.test.ts'), ...onPostgres },
    { ...project('web', 'test/web/**/*.test.ts', 'test/journeys/**/*.test.ts'), ...onPostgres },
    { ...project('soak', 'test/faults/**/*.soak.ts'), ...onPostgres },
    { ...project('budget', 'test/web/**/*.budget.ts'), ...onPostgres },
  ],
};
