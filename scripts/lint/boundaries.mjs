// @ts-check
/**
 * Who may import whom, as ARCHITECTURE.md draws it. Every import is forbidden unless a policy allows it.
 * Elements are folders; files carry a role by their name.
 */
const LIBS = ['contracts', 'federation', 'anonymisation', 'platform', 'languages', 'api-client', 'ui'];
const SERVER_FRAMEWORKS = ['@nestjs/*', '@nestjs/**', 'typeorm', 'typeorm/**', 'bullmq', 'pg'];

export const elements = [
  ...LIBS.map((name) => ({ type: name, pattern: `libs/${name}` })),
  { type: 'replica-floor', pattern: 'libs/replica/src/(log|projector|keys)' },
  { type: 'replica-tables', pattern: 'libs/replica/src/database' },
  { type: 'replica-feature', pattern: 'libs/replica/src/*', capture: ['feature'] },
  { type: 'replica', pattern: 'libs/replica' },
  { type: 'auditor', pattern: 'apps/auditor' },
  { type: 'web', pattern: 'apps/(hub-web|node-web)', capture: ['app'] },
  { type: 'database', pattern: 'apps/(hub|node)/src/database', capture: ['app'] },
  { type: 'feature', pattern: 'apps/(hub|node)/src/(foundation|work|network)/*', capture: ['app', 'group', 'feature'] },
  { type: 'root', pattern: 'apps/(hub|node)', capture: ['app'] },
];

export const files = [
  { category: 'spoken', pattern: '**/*.{events,facade,module}.ts' },
  { category: 'commands', pattern: 'apps/(hub|node)/src/(cli.ts|commands/*.ts)' },
  { category: 'rules', pattern: '**/*.rules.ts' },
  { category: 'entity', pattern: '**/*.{entity,entities}.ts' },
  { category: 'migration', pattern: '**/migrations/**/*.ts' },
  { category: 'exit', pattern: 'apps/node/src/network/sync/outgoing.facade.ts' },
];

/** @param {...string} types */
const toAny = (...types) => ({ to: { element: { types: { anyOf: types } } } });
/** @param {string} type */
const from = (type) => ({ element: { type } });
/** @param {string[]} source */
const external = (source) => ({ to: { module: { origin: 'external', source } } });

const sameApp = { app: '{{ from.element.captured.app }}' };
const ownFeature = {
  to: {
    element: {
      type: 'feature',
      captured: { ...sameApp, feature: '{{ from.element.captured.feature }}', group: '{{ from.element.captured.group }}' },
    },
  },
};
const ownReplicaFeature = { to: { element: { type: 'replica-feature', captured: { feature: '{{ from.element.captured.feature }}' } } } };
const replicaSpoken = {
  to: { element: { types: { anyOf: ['replica', 'replica-feature', 'replica-floor'] } }, file: { categories: 'spoken' } },
};
/** @param {...string} groups */
const spokenBy = (...groups) =>
  groups.map((group) => ({ to: { element: { type: 'feature', captured: { ...sameApp, group } }, file: { categories: 'spoken' } } }));
/** @param {string} group */
const featuresIn = (group) => ({ element: { type: 'feature', captured: { group } } });
/** @param {string} category */
const toFile = (category) => ({ to: { file: { categories: category } } });

const SERVER_LIBS = ['contracts', 'federation', 'anonymisation', 'platform', 'languages'];
const REPLICA = ['replica', 'replica-feature', 'replica-floor', 'replica-tables'];

const allowed = [
  { allow: { to: { module: { origin: ['external', 'core'] } } } },
  { from: from('contracts'), allow: toAny('contracts') },
  { from: from('federation'), allow: toAny('federation', 'contracts') },
  { from: from('anonymisation'), allow: toAny('anonymisation', 'contracts') },
  { from: from('languages'), allow: toAny('languages', 'contracts') },
  { from: from('platform'), allow: toAny('platform', 'contracts', 'languages') },
  { from: from('api-client'), allow: toAny('api-client', 'contracts') },
  { from: from('ui'), allow: toAny('ui', 'contracts', 'languages', 'api-client', 'federation') },
  {
    from: from('web'),
    allow: [toAny('contracts', 'api-client', 'ui', 'languages', 'federation'), { to: { element: { type: 'web', captured: sameApp } } }],
  },
  { from: from('auditor'), allow: toAny('auditor', 'contracts', 'federation') },
  { from: from('replica'), allow: toAny(...REPLICA, 'contracts', 'federation', 'platform') },
  { from: from('replica-floor'), allow: toAny('replica-floor', 'replica-tables', 'contracts', 'federation', 'platform') },
  { from: from('replica-tables'), allow: toAny(...REPLICA, 'contracts', 'platform') },
  {
    from: from('replica-feature'),
    // One projector writes all of the replica's tables, so its reads may join them.
    allow: [
      toAny('replica-floor', 'replica-tables', 'contracts', 'federation', 'platform', 'languages'),
      ownReplicaFeature,
      { to: { element: { type: 'replica-feature' }, file: { categories: { anyOf: ['spoken', 'entity'] } } } },
    ],
  },
  { from: from('database'), allow: [toAny('database', 'platform', 'replica-tables'), toFile('entity'), toFile('migration')] },
  { from: from('root'), allow: [toAny(...SERVER_LIBS, ...REPLICA, 'database', 'root'), ...spokenBy('foundation', 'work', 'network')] },
  // The command line is a door, as controllers are, to every feature of its server.
  { from: { file: { categories: 'commands' } }, allow: { to: { element: { type: 'feature', captured: sameApp } } } },
  { from: from('feature'), allow: [toAny(...SERVER_LIBS), ownFeature] },
  { from: featuresIn('foundation'), allow: [...spokenBy('foundation'), toAny('replica-floor', 'replica-tables')] },
  { from: featuresIn('work'), allow: [...spokenBy('foundation', 'work'), replicaSpoken] },
  { from: featuresIn('network'), allow: [...spokenBy('foundation', 'work', 'network'), toAny(...REPLICA)] },
  // Sequencing is one transaction over the log, the keys and the members: on the hub these meet without a facade between them.
  {
    from: { element: { type: 'feature', captured: { app: 'hub', group: 'network' } } },
    allow: [
      { to: { element: { type: 'feature', captured: { app: 'hub', group: 'network' } } } },
      { to: { element: { type: 'feature', captured: { app: 'hub', group: 'foundation', feature: 'keys' } } } },
    ],
  },
];

const forbidden = [
  { disallow: external(['@nmirf/*']), message: 'This file of the house does not exist.' },
  ...['contracts', 'federation', 'anonymisation'].map((name) => ({
    from: from(name),
    disallow: external(SERVER_FRAMEWORKS),
    message: 'A pure library knows neither Nest nor a database.',
  })),
  { from: from('contracts'), disallow: { to: { module: { origin: 'external', source: '!zod' } } }, message: 'Contracts know zod only.' },
  {
    from: { file: { categories: 'rules' } },
    disallow: [external(SERVER_FRAMEWORKS), toFile('entity')],
    message: 'Rules are pure: neither Nest, nor a database, nor entities.',
  },
  { from: { element: { type: '!ui' } }, disallow: external(['@mantine/*', '@mantine/**']), message: 'Only libs/ui speaks to Mantine.' },
  ...['web', 'ui', 'api-client'].map((name) => ({
    from: from(name),
    disallow: external(SERVER_FRAMEWORKS),
    message: 'A web client knows no server framework.',
  })),
  {
    disallow: toFile('exit'),
    message:
      'Nothing leaves a mechanism except through the gate: only network/publication, and network/governance for the committee’s words, may hand messages to the outbox.',
  },
  ...['publication', 'governance', 'sync'].map((feature) => ({
    from: { element: { type: 'feature', captured: { app: 'node', group: 'network', feature } } },
    allow: toFile('exit'),
  })),
];

/** Options of the rule `boundaries/dependencies`. */
export const dependencies = { default: 'disallow', checkAllOrigins: true, checkInternals: true, policies: [...allowed, ...forbidden] };
