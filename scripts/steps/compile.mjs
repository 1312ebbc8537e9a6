// @ts-check
import { existsSync, rmSync } from 'node:fs';
import { contentHash, onceFor } from './stamp.mjs';
import { mustRun, step } from './terminal.mjs';

const WEB = ['hub-web', 'node-web'];
const LIBS = ['contracts', 'federation', 'anonymisation', 'platform', 'replica', 'languages', 'api-client', 'ui'];
const SERVERS = ['hub', 'node', 'auditor'];
const TSC = 'node_modules/typescript/bin/tsc';
const VITE = '../../node_modules/vite/bin/vite.js';

/** @param {readonly string[]} folders */
const sources = (folders) => folders.flatMap((folder) => [`${folder}/src`, `${folder}/package.json`, `${folder}/tsconfig.json`]);
const shared = ['package-lock.json', 'tsconfig.json', 'tsconfig.base.json'];
const serverSources = () =>
  contentHash([...shared, ...sources([...LIBS.map((name) => `libs/${name}`), ...SERVERS.map((name) => `apps/${name}`)])]);
const webSources = (/** @type {string} */ name) =>
  contentHash([
    ...shared,
    ...sources(['libs/contracts', 'libs/federation', 'libs/languages', 'libs/api-client', 'libs/ui', `apps/${name}`]),
    'libs/ui/build',
    'libs/ui/public',
    `apps/${name}/index.html`,
    `apps/${name}/vite.config.ts`,
  ]);

const PROJECTS = ['apps/hub', 'apps/node', 'apps/auditor', 'libs/api-client'];

/** A stamp without its result (a cleaned folder) is worth nothing. */
const forgetStampsWithoutResults = () => {
  if (!existsSync('apps/hub/dist') || !existsSync('apps/node/dist')) rmSync('node_modules/.built/servers', { force: true });
  for (const name of WEB) if (!existsSync(`apps/${name}/dist/index.html`)) rmSync(`node_modules/.built/${name}`, { force: true });
};

/**
 * Builds the servers and the web clients whose sources have changed since they were built.
 * @param {{ servers: string, web: string }} titles
 */
export const compile = async (titles) => {
  forgetStampsWithoutResults();
  await onceFor('node_modules/.built/servers', serverSources(), () =>
    step(titles.servers, async (progress) => {
      await mustRun('node', [TSC, '--build', ...PROJECTS], { progress });
    }),
  );
  for (const name of WEB)
    await onceFor(`node_modules/.built/${name}`, webSources(name), () =>
      step(`${titles.web} ${name}`, async (progress) => {
        await mustRun('node', [VITE, 'build', '--logLevel', 'warn'], { cwd: `apps/${name}`, progress });
        // The same pages for the server to render; after the client's build, which empties the folder.
        if (existsSync(`apps/${name}/src/server.tsx`))
          await mustRun('node', [VITE, 'build', '--logLevel', 'warn', '--ssr', 'src/server.tsx'], { cwd: `apps/${name}`, progress });
      }),
    );
};
