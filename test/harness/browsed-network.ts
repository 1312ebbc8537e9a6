import type { Browser } from 'playwright-core';
import { clientFolder, openBrowser } from './browser.js';
import { PASSWORD } from './officers.js';
import { RealNetwork } from './real-network.js';

/** Two officers of the secretariat. */
export const SECRETARIAT = ['first@hub.example', 'second@hub.example'] as const;

type People = Readonly<Record<string, readonly string[]>>;

/** A real network with its web clients, people at its desks, and one browser: for all the tests of a file. */
export class BrowsedNetwork {
  readonly network = new RealNetwork();
  browser!: Browser;
  /** Where the hub answers, and the nodes of the two founders. */
  hub = '';
  node = '';
  other = '';

  /** `people`: who works at the first node, and at the second, by the roles each has. */
  async start(...people: readonly People[]): Promise<void> {
    await this.network.start({ hub: clientFolder('hub'), node: clientFolder('node') });
    await this.network.employ(PASSWORD, ...SECRETARIAT);
    for (const [index, some] of people.entries()) await this.network.appoint(this.network.nodes[index]!, PASSWORD, some);
    const { hub, nodes } = this.network;
    [this.hub, this.node, this.other] = [hub, ...nodes].map(({ environment }) => environment['PUBLIC_URL']!) as [string, string, string];
    this.browser = await openBrowser();
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.network.stop();
  }
}
