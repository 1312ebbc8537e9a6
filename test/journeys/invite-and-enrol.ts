import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { invitation } from '@nmirf/contracts/network/enrolment';
import type { NodeId } from '@nmirf/contracts/network/names';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { type BrowsedNetwork, SECRETARIAT } from '../harness/browsed-network.js';
import { confirm, type Officer, officerAt } from '../harness/officers.js';
import { realCommand } from '../harness/real-command.js';
import type { RealServer } from '../harness/real-server.js';
import { eventually } from '../harness/waiting.js';

const enrolled = z.object({ fingerprint: z.string() });

/** A mechanism is invited and becomes a member. */
export const inviteAndEnrol = (place: BrowsedNetwork): void => {
  const { network } = place;

  /** The first officer fills in the form; what is missing is listed first, and what was typed stays. */
  const prepare = async (page: Page, language: string, country: string, node: string, name: string): Promise<void> => {
    await page.locator(`a[href="/${language}/desk/invitations"]:visible`).click();
    await page.locator(`a[href="/${language}/desk/invitations/new"]`).click();
    await page.fill('#name-en', name);
    await page.locator('form button[type=submit]').click();
    await page.locator('[role=alert] a').first().waitFor();
    expect(await page.locator('[role=alert] li').count()).toBe(5);
    await page.selectOption('#country', country);
    expect(await page.inputValue('#node')).toBe(node);
    expect(await page.inputValue('#name-en')).toBe(name);
    await page.selectOption('#region', 'africa');
    await page.selectOption('#kind', 'interministerial');
    await page.locator('#languages input').first().check();
    await page.locator('form button[type=submit]').click();
    await page.waitForURL('**/desk/invitations');
    // Whoever prepared it can only withdraw it.
    const own = page.locator('main li', { hasText: node });
    await own.waitFor();
    expect(await own.getByRole('button').count()).toBe(1);
  };

  /** The second officer issues it and saves the file, which is shown this one time. */
  const issue = async (page: Page, language: string, node: string): Promise<string> => {
    await page.goto(`${place.hub}/${language}/desk/invitations`);
    await page.locator('main li', { hasText: node }).getByRole('button').first().click();
    await confirm(page);
    // The focus stands on the button that saves the file.
    await page.waitForFunction(() => document.activeElement?.closest('main [role=status]') !== null);
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(invitation.parse(JSON.parse(await readFile(await file.path(), 'utf8'))).node).toBe(node);
    return file.path();
  };

  /** Each officer compares what the mechanism reads out with what the hub received, then approves. */
  const approve = async ({ page }: Officer, language: string, country: string, readOut: string): Promise<string> => {
    await page.goto(`${place.hub}/${language}/desk`);
    const name = await page.evaluate(([tag, code]) => new Intl.DisplayNames(tag, { type: 'region' }).of(code!) ?? '', [language, country]);
    await page.locator(`a[href*="/${language}/desk/enrolments/"]`, { hasText: name }).click();
    await page.getByText(readOut).waitFor();
    await page.locator('main button').first().click();
    await page.locator('dialog[open]').getByText(readOut).waitFor();
    await confirm(page);
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    return page.url().split('/').at(-1)!;
  };

  const proposed = (page: Page, id: string): Promise<string> =>
    eventually(async () => {
      const answer = (await (await page.request.get(`${place.hub}/api/enrolments/${id}`)).json()) as { readonly proposal?: string };
      return answer.proposal;
    });

  /** A node of the committee decides as soon as the proposal has reached it; any other refusal is told. */
  const decide = (node: RealServer, proposal: string): Promise<unknown> =>
    eventually(() =>
      realCommand('node', node.environment, 'decide', proposal, '--approve').catch((error: Error) => {
        if (!error.message.includes('proposal/not-found')) throw error;
        return undefined;
      }),
    );

  it.each([
    ['en', 'light', 'KEN', 'KE', 'node:ke'],
    ['ar', 'dark', 'TUN', 'TN', 'node:tn'],
  ] as const)(
    'two officers, the node’s own command, a comparison by voice, two decisions, in %s',
    async (language, colorScheme, country, short, node) => {
      const [one, two] = await Promise.all(
        SECRETARIAT.map((email) => officerAt(place.browser, place.hub, email, language, { colorScheme })),
      );
      const name = `A national mechanism (${short})`;
      await prepare(one!.page, language, country, node, name);
      const file = await issue(two!.page, language, node);

      const newcomer = await network.newcomer(node as NodeId);
      const { fingerprint } = enrolled.parse(await realCommand('node', newcomer.environment, 'enrol', file));
      await approve(one!, language, short, fingerprint);
      const proposal = await proposed(two!.page, await approve(two!, language, short, fingerprint));
      for (const member of network.nodes) await decide(member, proposal);

      // Anybody sees the member, and its keys are those that were compared.
      const page = await place.browser.newPage();
      await eventually(async () => ((await page.goto(`${place.hub}/${language}/members/${node}`))?.status() === 200 ? true : undefined));
      await page.getByText(name).waitFor();
      await page.getByText(fingerprint).first().waitFor();
      await page.close();
      // The secretariat sees how it was decided, and the node itself holds the network it joined.
      await one!.page.goto(`${place.hub}/${language}/desk/members?q=${node}`);
      await one!.page.getByText(fingerprint).waitFor();
      await newcomer.start();
      const itself = `${newcomer.environment['PUBLIC_URL']}/api/members/${node}`;
      await eventually(async () => ((await fetch(itself)).ok ? true : undefined));

      expect([...one!.complaints, ...two!.complaints]).toEqual([]);
      await Promise.all([one, two].map((officer) => officer!.page.context().close()));
    },
    180_000,
  );
};
