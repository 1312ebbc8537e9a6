/** What a server asks of the renderer a client was built with. */
export interface PageAsked {
  /** Path and query. */
  readonly url: string;
  /** Where the server reaches its own API. */
  readonly api: string;
  /** Where people reach it. */
  readonly origin: string;
}

/** A public page as text; an empty body where it could not be completed. Title and body are escaped already. */
export interface RenderedPage {
  readonly status: number;
  readonly title: string;
  readonly body: string;
  readonly state: string;
  /** The sources of its route in the build's manifest. */
  readonly modules: readonly string[];
}

/** The address of the page asked for, where another was written: spelled another way, or with what the page does not read. */
export interface PageElsewhere {
  /** Path and query. */
  readonly location: string;
}

/** Renders a public page; nothing for a page only a browser can draw. */
export type PageRenderer = (asked: PageAsked) => Promise<RenderedPage | PageElsewhere | undefined>;
