import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { ConfigEnv, UserConfig } from 'vite';
import { precompress } from './precompress.ts';
import { themeVariables } from './theme-variables.ts';
import { worldMap } from './world-map.ts';

const clientChunks = {
  output: {
    codeSplitting: {
      groups: [
        { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// },
        // Every page needs them; a request each would cost more than they weigh.
        {
          name: 'shared',
          test: /libs\/ui\/src\/(?:app|language|page|shell|theme)\/|node_modules\/(?:i18next|react-i18next|@tanstack|zod)\//,
          minShareCount: 3,
        },
      ],
    },
  },
};

/**
 * How both clients are built: hashed assets, a manifest for the server, React in one chunk that outlives releases, nothing inlined
 * (an inlined font or script would need `data:` or `unsafe-inline` in the policy). `api` is the server a development build talks to.
 */
export const webConfig =
  (root: string, api: string) =>
  ({ isSsrBuild }: ConfigEnv): UserConfig => ({
    root,
    publicDir: path.resolve(import.meta.dirname, '../public'),
    plugins: [themeVariables(), worldMap(), react(), ...(isSsrBuild === true ? [] : [precompress()])],
    build: {
      outDir: isSsrBuild === true ? 'dist/.server' : 'dist',
      emptyOutDir: true,
      manifest: isSsrBuild !== true,
      copyPublicDir: isSsrBuild !== true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      ...(isSsrBuild === true ? {} : { rolldownOptions: clientChunks }),
    },
    // One file that needs nothing beside it: a server is deployed without the client's packages.
    ssr: { noExternal: true },
    define: isSsrBuild === true ? { 'process.env.NODE_ENV': '"production"' } : {},
    server: { proxy: { '/api': api } },
  });
