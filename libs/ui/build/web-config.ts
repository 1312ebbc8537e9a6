import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { ConfigEnv, UserConfig } from 'vite';
import { precompress } from './precompress.ts';
import { themeVariables } from './theme-variables.ts';
import { withoutJsonSchema } from './without-json-schema.ts';
import { worldMap } from './world-map.ts';

/** What more than one page is drawn with. */
const parts =
  /libs\/ui\/src\/(?:library|export|page|language|members)\/|@mantine\/core\/esm\/components\/(?:Input|InputBase|TextInput|NativeSelect|CloseButton)\/|icons-react/;

/** A request costs a round trip and 700 bytes of headers, more than most parts weigh: what every page needs comes in one, what many need in one more. */
const clientChunks = {
  output: {
    codeSplitting: {
      groups: [
        { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// },
        { name: 'first', tags: ['$initial' as const] },
        { name: 'parts', test: parts, minShareCount: 2 },
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
    plugins: [themeVariables(), worldMap(), withoutJsonSchema(), react(), ...(isSsrBuild === true ? [] : [precompress()])],
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
