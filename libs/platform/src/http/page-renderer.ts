import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageRenderer } from '@nmirf/contracts/http/rendered-page';

/** The renderer the client in `folder` was built with, if it was. */
export const loadRenderer = async (folder: string): Promise<PageRenderer | undefined> => {
  const file = join(folder, '.server', 'server.js');
  if (!existsSync(file)) return undefined;
  const { render } = (await import(pathToFileURL(file).href)) as { readonly render: PageRenderer };
  return render;
};
