import { type Agent, EnvHttpProxyAgent } from 'undici';

/** The proxies of a node's surroundings, by the names that every program knows; `NO_PROXY` lists hosts, separated by commas. */
export interface Proxies {
  readonly HTTP_PROXY?: string | undefined;
  readonly HTTPS_PROXY?: string | undefined;
  readonly NO_PROXY?: string | undefined;
}

const CONNECT_MS = 10_000;

/** Kept connections to hubs, straight or through a proxy. Only what is handed over counts: the environment is read in one place. */
export const openLine = ({ HTTP_PROXY = '', HTTPS_PROXY = '', NO_PROXY = '' }: Proxies, options: Agent.Options = {}): EnvHttpProxyAgent =>
  new EnvHttpProxyAgent({
    ...{ httpProxy: HTTP_PROXY, httpsProxy: HTTPS_PROXY, noProxy: NO_PROXY },
    ...{ connect: { timeout: CONNECT_MS }, ...options },
  });
