import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin, ResolvedConfig } from 'vite';

const text = /\.(?:js|css|json|svg|webmanifest|txt)$/;

const compress = (file: string): void => {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
};

/** Writes `.br` and `.gz` beside every text asset, so that a server only has to send bytes. */
export const precompress = (): Plugin => {
  let resolved: ResolvedConfig | undefined;
  return {
    name: 'precompress',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      resolved = config;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: () => {
        if (resolved === undefined) return;
        const folder = path.resolve(resolved.root, resolved.build.outDir);
        for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
          if (entry.isFile() && text.test(entry.name) && !entry.parentPath.includes('.vite')) {
            compress(path.join(entry.parentPath, entry.name));
          }
        }
      },
    },
  };
};
