import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { precompress } from './precompress.ts';
import { themeVariables } from './theme-variables.ts';

/**
 * How both clients are built: hashed assets, a manifest for the server, React in one chunk that outlives releases, nothing inlined
 * (an inlined font or script would need `data:` or `unsafe-inline` in the policy). `api` is the server a development build talks to.
 */
export const webConfig = (root: string, api: string): UserConfig => ({
  root,
  publicDir: path.resolve(import.meta.dirname, '../public'),
  plugins: [themeVariables(), react(), precompress()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// }] } },
    },
  },
  server: { proxy: { '/api': api } },
});
