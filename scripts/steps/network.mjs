// @ts-check
/** The demonstration's network: who runs where, and what each server is told. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** @typedef {{ name: string, app: 'hub' | 'node', offset: number, slug?: string, founder?: boolean, mechanism?: object }} Server */

/** @type {readonly Server[]} */
export const SERVERS = [
  { name: 'hub', app: 'hub', offset: 0 },
  {
    name: 'node_ma',
    app: 'node',
    offset: 1,
    slug: 'node:ma',
    founder: true,
    mechanism: {
      country: 'MAR',
      region: 'africa',
      names: [
        { language: 'ar', value: 'الآلية الوطنية للتنفيذ وإعداد التقارير والمتابعة، المغرب (عرض)' },
        { language: 'fr', value: 'Mécanisme national de mise en œuvre, d’établissement de rapports et de suivi, Maroc (démonstration)' },
        { language: 'en', value: 'National mechanism for implementation, reporting and follow-up, Morocco (demonstration)' },
      ],
      kind: 'institutionally-separate',
      languages: ['ar', 'fr'],
    },
  },
  {
    name: 'node_pt',
    app: 'node',
    offset: 2,
    slug: 'node:pt',
    founder: true,
    mechanism: {
      country: 'PRT',
      region: 'europe',
      names: [
        { language: 'pt', value: 'Mecanismo nacional de implementação, elaboração de relatórios e seguimento, Portugal (demonstração)' },
        { language: 'en', value: 'National mechanism for implementation, reporting and follow-up, Portugal (demonstration)' },
      ],
      kind: 'interministerial',
      languages: ['pt', 'en'],
    },
  },
  {
    name: 'node_py',
    app: 'node',
    offset: 3,
    slug: 'node:py',
    mechanism: {
      country: 'PRY',
      region: 'americas',
      names: [
        {
          language: 'es',
          value: 'Mecanismo nacional para la implementación, la presentación de informes y el seguimiento, Paraguay (demostración)',
        },
        { language: 'en', value: 'National mechanism for implementation, reporting and follow-up, Paraguay (demonstration)' },
      ],
      kind: 'interministerial',
      languages: ['es'],
    },
  },
];

export const PASSWORD = 'Demonstration-2026';

/** Offices, not people: nobody in the demonstration exists. The gate looks for these names in every text, so they are no words of its texts. */
export const PERSONS = {
  hub: [
    { email: 'secretariat@hub.example', name: 'Secretariat, first officer', language: 'en', roles: ['secretariat', 'administrator'] },
    { email: 'second.officer@hub.example', name: 'Secretariat, second officer', language: 'fr', roles: ['secretariat'] },
  ],
  node_ma: [
    { email: 'officer@ma.example', name: 'Focal point', language: 'fr', roles: ['focal-point'] },
    { email: 'reviewer@ma.example', name: 'Deputy head of office', language: 'fr', roles: ['reviewer'] },
    {
      email: 'publisher@ma.example',
      name: 'Head of office',
      language: 'ar',
      roles: ['coordinator', 'reviewer', 'publisher', 'administrator'],
    },
  ],
  node_pt: [
    { email: 'officer@pt.example', name: 'Focal point', language: 'pt', roles: ['focal-point'] },
    { email: 'reviewer@pt.example', name: 'Deputy head of office', language: 'pt', roles: ['reviewer'] },
    {
      email: 'publisher@pt.example',
      name: 'Head of office',
      language: 'pt',
      roles: ['coordinator', 'reviewer', 'publisher', 'administrator'],
    },
  ],
  node_py: [
    { email: 'officer@py.example', name: 'Focal point', language: 'es', roles: ['focal-point'] },
    { email: 'reviewer@py.example', name: 'Deputy head of office', language: 'es', roles: ['reviewer'] },
    {
      email: 'publisher@py.example',
      name: 'Head of office',
      language: 'es',
      roles: ['coordinator', 'reviewer', 'publisher', 'administrator'],
    },
  ],
};

/**
 * What this start was asked for.
 * @typedef {{ portBase: number, data: string, databasePort: number, redisUrl?: string }} Place
 */

/** Whose node is whose, by the State's code. @type {Readonly<Record<string, 'node_ma' | 'node_pt' | 'node_py'>>} */
export const NODE_OF = { MAR: 'node_ma', PRT: 'node_pt', PRY: 'node_py' };

/** @param {Place} place @param {Server} server */
export const urlOf = (place, server) => `http://localhost:${place.portBase + server.offset}`;
/** @param {Place} place @param {Server['name']} name */
export const urlOfServer = (place, name) => urlOf(place, /** @type {Server} */ (SERVERS.find((server) => server.name === name)));
/** @param {Place} place @param {Server} server */
export const logOf = (place, server) => join(place.data, 'logs', `${server.name}.log`);
/** @param {Place} place @param {Server} server */
export const folderOf = (place, server) => join(place.data, server.name);

/** @param {Place} place @param {Server} server */
const secretFile = (place, server) => {
  const folder = folderOf(place, server);
  const file = join(folder, 'session-secret');
  mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return file;
};

/**
 * The environment of one server and of its command line.
 * @param {Place} place @param {Server} server
 * @returns {Record<string, string>}
 */
export const environmentOf = (place, server) => ({
  NODE_ENV: 'development',
  PORT: String(place.portBase + server.offset),
  HOST: '127.0.0.1',
  PUBLIC_URL: urlOf(place, server),
  DATABASE_URL: `postgres://postgres:password@127.0.0.1:${place.databasePort}/${server.name}`,
  ...(place.redisUrl ? { REDIS_URL: `${place.redisUrl}/${server.offset}` } : {}),
  SESSION_SECRET_FILE: secretFile(place, server),
  KEYS_DIR: join(folderOf(place, server), 'keys'),
  FILES_DIR: join(folderOf(place, server), 'files'),
  CLIENT_DIR: resolve(`apps/${server.app}-web/dist`),
  ...(server.slug ? { NODE_ID: server.slug } : {}),
});
