import type { Browser, Page } from 'playwright-core';
import { arrive } from '../../scripts/steps/crawl.mjs';
import { clientFolder, complaintsOf, openBrowser } from './browser.js';
import { type Desk, DeskNetwork, PASSWORD } from './desk-network.js';

/** A hub and one node in this process with their web clients, and one browser: for all the tests of a file. */
export class BrowsedDesk {
  readonly network = new DeskNetwork();
  desk!: Desk;
  browser!: Browser;
  /** Where the node answers. */
  base = '';

  async start(): Promise<void> {
    await this.network.start({ admit: 2, suspend: 2, revoke: 2, committee: 2 }, { CLIENT_DIR: clientFolder('hub') });
    this.desk = await this.network.desk('node:ma', { CLIENT_DIR: clientFolder('node') });
    this.base = await this.desk.node.getUrl();
    this.browser = await openBrowser();
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.network.stop();
  }

  /** A page of the node, before somebody who works at its desk. */
  async open(who: 'officer' | 'publisher', path: string): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
    const context = await this.browser.newContext({ reducedMotion: 'reduce' });
    const data = { email: `${who}@desk.example`, password: PASSWORD };
    await context.request.post(`${this.base}/api/session`, { headers: { origin: this.base }, data });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await arrive(page, this.base + path);
    return { page, complaints };
  }
}
