import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A public page as text; an empty body where it could not be completed. Title and body are escaped already. */
export interface RenderedPage {
  readonly status: number;
  readonly title: string;
  readonly body: string;
  readonly state: string;
  /** The sources of its route in the build's manifest. */
  readonly modules: readonly string[];
}

export interface PageAsked {
  /** Path and query. */
  readonly url: string;
  /** Where this server reaches its own API. */
  readonly api: string;
  /** Where people reach it. */
  readonly origin: string;
}

/** Renders a public page; nothing for a page only a browser can draw. */
export type PageRenderer = (asked: PageAsked) => Promise<RenderedPage | undefined>;

/** The renderer the client in `folder` was built with, if it was. */
export const loadRenderer = async (folder: string): Promise<PageRenderer | undefined> => {
  const file = join(folder, '.server', 'server.js');
  if (!existsSync(file)) return undefined;
  const { render } = (await import(pathToFileURL(file).href)) as { readonly render: PageRenderer };
  return render;
};
