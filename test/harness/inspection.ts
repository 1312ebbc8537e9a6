import type { Page } from 'playwright-core';
import { arrive } from '../../scripts/steps/crawl.mjs';
import { axeFindings, overflowOf } from './browser.js';

/** A window of 320 CSS pixels, which is also one of 1280 pixels at 400 % zoom (WCAG 2.2, 1.4.10). */
export const NARROW = { width: 320, height: 256 };
export const WIDE = { width: 1280, height: 1024 };

/** Looks at pages as whoever depends on WCAG would: everything unfolded, every dialog opened, light and dark, wide and narrow. */
export class Inspection {
  /** How many dialogs have been opened. */
  opened = 0;

  /** `pressed`: the buttons that are pressed to see whether a dialog opens; all of them only where none does anything else. */
  constructor(
    private readonly page: Page,
    private readonly pressed: 'of-dialogs' | 'all' = 'of-dialogs',
  ) {}

  /** What axe finds at these addresses, and by how much they are too wide in a narrow window; empty when all is well. */
  async everywhere(addresses: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const address of addresses) {
      await arrive(this.page, address);
      await this.page.locator('main details').evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
      const here = [...(await this.inView()), ...(await this.inDialogs())];
      found.push(...here.map((finding) => `${new URL(address).pathname}: ${finding}`));
    }
    return found;
  }

  /** What is found in every dialog that a button of the page opens; opening one changes nothing, and the button says that it does. */
  private async inDialogs(): Promise<readonly string[]> {
    const says = '[aria-haspopup=dialog]';
    const buttons = this.page.locator(`main button[type=button]${this.pressed === 'all' ? '' : says}:visible:enabled`);
    const dialog = this.page.locator('dialog[open]');
    const found: string[] = [];
    for (let index = 0; index < (await buttons.count()); index += 1) {
      const button = buttons.nth(index);
      const isSaid = await button.evaluate((element, selector) => element.matches(selector), says);
      await button.click();
      if (isSaid) await dialog.waitFor();
      else if ((await dialog.count()) === 0) continue;
      else found.push(`${await button.innerText()} opens a dialog and does not say so`);
      found.push(...(await this.inView('dialog[open]')));
      await this.page.keyboard.press('Escape');
      this.opened += 1;
    }
    return found;
  }

  private async inView(within?: string): Promise<readonly string[]> {
    const found = [...(await axeFindings(this.page, 'all', within)), ...(await this.excess())];
    // Where a thing stands, and what it is called, is the same in the dark.
    found.push(...(await this.paint('dark')), ...(await axeFindings(this.page, 'colours', within)), ...(await this.paint('light')));
    return found;
  }

  private async excess(): Promise<readonly string[]> {
    await this.page.setViewportSize(NARROW);
    const overflow = await overflowOf(this.page);
    await this.page.setViewportSize(WIDE);
    return overflow === 0 ? [] : [`${String(overflow)} pixels too wide`];
  }

  /** The page follows the setting of the system by a script, and at once: whoever inspects it has asked for no motion. */
  private async paint(colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
    await this.page.emulateMedia({ colorScheme });
    await this.page.waitForFunction((scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme, colorScheme);
    const moving = await this.page.evaluate(() => document.getAnimations().length);
    return moving === 0 ? [] : [`${String(moving)} parts move though no motion was asked for`];
  }
}
