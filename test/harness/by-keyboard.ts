import type { Locator, Page } from 'playwright-core';

/** No page of this product has so many places to stop at. */
const MOST_STOPS = 250;

/** A person without a mouse: everything by keys, and nothing without seeing where the focus is. */
export class ByKeyboard {
  constructor(readonly page: Page) {}

  /** Tab after tab until the focus is there. Throws when it never comes there, or when it cannot be seen on the way. */
  async to(target: Locator): Promise<void> {
    await target.waitFor();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return this.see(target);
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The focus never came to ${String(target)}`);
  }

  /** Goes there and presses it: a link or a button. */
  async press(target: Locator): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press('Enter');
  }

  /** Goes there and types. */
  async type(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.page.keyboard.insertText(text);
  }

  /** Goes to a list of choices and moves down to one of them. */
  async choose(target: Locator, value: string): Promise<void> {
    await this.to(target);
    while ((await target.inputValue()) !== value) await this.page.keyboard.press('ArrowDown');
  }

  /** Where the focus stands is drawn: by an outline, or by a shadow around it or around the box it stands in. */
  private async see(target: Locator): Promise<void> {
    const isSeen = await target.evaluate((element) => {
      const drawn = [element, element.parentElement, element.closest('label')]
        .filter((box) => box !== null)
        .map((box) => getComputedStyle(box));
      return drawn.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none');
    });
    if (!isSeen) throw new Error(`Nobody sees that the focus is at ${String(target)}`);
  }
}
