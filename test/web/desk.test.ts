import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { AccessModule } from '@nmirf/platform/access/access.module';
import { DatabaseModule } from '@nmirf/platform/database/database.module';
import { EventsModule } from '@nmirf/platform/events/events.module';
import { FilesModule } from '@nmirf/platform/files/files.module';
import { HealthModule } from '@nmirf/platform/health/health.module';
import { createApplication } from '@nmirf/platform/http/application';
import { IdentityModule } from '@nmirf/platform/identity/identity.module';
import { PersonsService } from '@nmirf/platform/identity/persons.service';
import { QueueModule } from '@nmirf/platform/queue/queue.module';
import { type DynamicModule, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Browser, Page } from 'playwright-core';
import { NODE_MIGRATIONS } from '../../apps/node/src/database/migrations/index.js';
import { NODE_ENTITIES } from '../../apps/node/src/database/node-entities.js';
import { LinkModule } from '../../apps/node/src/foundation/link/link.module.js';
import { keepMechanism } from '../../apps/node/src/foundation/link/mechanism.facade.js';
import { PublicationModule } from '../../apps/node/src/network/publication/publication.module.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { PracticesModule } from '../../apps/node/src/work/practices/practices.module.js';
import { testEnvironment } from '../database/platform-server.js';
import { clientFolder, inBrowser, openBrowser } from '../harness/browser.js';
import { fillDate } from '../harness/date-field.js';
import { freshDatabase, type TestDatabase } from '../harness/postgres.js';
import { eventually } from '../harness/waiting.js';

const roles = {
  'focal-point': ['practice:read', 'practice:write'],
  publisher: ['practice:read', 'practice:review', 'practice:release'],
};

@Module({})
class NodeWithDesk {
  static of(url: string, keys: string): DynamicModule {
    const environment = testEnvironment(url);
    return {
      module: NodeWithDesk,
      imports: [
        DatabaseModule.forRoot({ url, entities: NODE_ENTITIES, migrations: NODE_MIGRATIONS }),
        QueueModule.forRoot({ databaseUrl: url, redisUrl: environment.REDIS_URL, worker: false }),
        AccessModule.forRoot({ roles }),
        IdentityModule.forRoot({ publicUrl: environment.PUBLIC_URL, sessionSecret: environment.SESSION_SECRET }),
        EventsModule,
        HealthModule,
        FilesModule.forRoot({ folder: join(keys, 'files'), references: [] }),
        PracticesModule,
        LinkModule.forRoot(keys, 'node:py'),
        PublicationModule.forRoot(0),
      ],
    };
  }
}

const password = 'a long enough password for tests';

inBrowser('the desk of a node in a real browser', () => {
  let database: TestDatabase;
  let keys: string;
  let app: NestExpressApplication;
  let browser: Browser;
  let base: string;
  let sent: jest.SpiedFunction<OutgoingFacade['submit']>;
  /** What the policy refused, and what broke: neither may happen on any page. */
  const refused: string[] = [];

  beforeAll(async () => {
    database = await freshDatabase('desk');
    const environment = testEnvironment(database.url);
    keys = await mkdtemp(join(tmpdir(), 'nmirf-keys-'));
    await keepMechanism(keys, {
      ...{ country: 'PRY', region: 'americas', kind: 'interministerial', languages: ['es'] },
      names: [{ language: 'es', value: 'Mecanismo Nacional de Seguimiento' }],
    });
    app = await createApplication(NodeWithDesk.of(database.url, keys), {
      environment,
      name: 'node:test',
      clientFolder: clientFolder('node'),
    });
    const persons = app.get(PersonsService);
    for (const role of ['focal-point', 'publisher'] as const) {
      await persons.add({ email: `${role}@example.org`, name: `Office of the ${role}`, language: 'en', roles: [role], password });
    }
    sent = jest.spyOn(app.get(OutgoingFacade, { strict: false }), 'submit').mockResolvedValue('draft');
    await app.listen(0, '127.0.0.1');
    base = `http://127.0.0.1:${String((app.getHttpServer().address() as AddressInfo).port)}`;
    browser = await openBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
    await database.drop();
    await rm(keys, { recursive: true });
  });

  const signedIn = async (email: string, language: string): Promise<Page> => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
    });
    page.on('pageerror', (error) => refused.push(error.message));
    await page.goto(`${base}/${language}/practices`);
    await page.waitForURL('**/sign-in**');
    await page.fill('#email', email);
    await page.fill('#password', password);
    await page.click('button[type=submit]');
    await page.waitForURL('**/practices');
    return page;
  };

  const blocks = (page: Page) => page.locator('input[id^=block-]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.ariaLabel);

  it('lets an officer write and a second person release, and the policy refuses nothing', async () => {
    const officer = await signedIn('focal-point@example.org', 'en');
    await officer.click('a[href="/en/practices/new"]');
    await officer.fill('#title', 'One register of recommendations');
    await officer.selectOption('#country', 'PRY');
    await officer.click('button[type=submit]');
    await officer.waitForURL(/practices\/[0-9a-f-]{36}$/);

    await officer.getByRole('button', { name: 'Save and send for review' }).click();
    await officer.getByRole('alert').getByRole('link', { name: 'Write the summary in the original language' }).click();
    await officer.fill('#summary', 'Every recommendation has one owner. Questions go to register@example.org since 12 March 2019.');
    await officer.getByRole('button', { name: 'Add a building block' }).click();
    await officer.fill('#block-0-title', 'The register');
    await officer.getByRole('button', { name: 'Add a building block' }).click();
    await officer.fill('#block-1-title', 'The owners');
    await officer.getByRole('button', { name: 'Move up: Building block 2' }).press('Enter');
    await officer.getByText('Moved to place 1 of 2').waitFor();
    expect(await blocks(officer)).toEqual(['The owners', 'The register']);
    expect(await focused(officer)).toBe('Move down: Building block 1');
    await officer.locator('[draggable=true]').last().dragTo(officer.locator('#block-0-title'));
    expect(await blocks(officer)).toEqual(['The register', 'The owners']);
    await officer.selectOption('#type', 'procedure');
    await officer.selectOption('#stage', 'established');
    await fillDate(officer, '#from', '2019-03-12');
    await officer.getByRole('button', { name: 'Save and send for review' }).click();
    await officer.getByText('In review: it can be read but not changed').waitFor();
    const address = officer.url();

    const publisher = await signedIn('publisher@example.org', 'ar');
    expect(await publisher.evaluate(() => document.documentElement.dir)).toBe('rtl');
    await publisher.goto(`${address}/review`);
    await publisher.getByText('What leaves').first().waitFor();
    // The gate has masked the address; whatever it flags is decided by keyboard, by the first choice: masked or made more general.
    const flagged = publisher.locator('li[data-mark=flagged]');
    for (let left = await flagged.count(); left > 0; left = await flagged.count()) {
      await flagged.first().locator('input[type=radio]').first().focus();
      await publisher.keyboard.press('Space');
      await publisher.waitForFunction((before) => document.querySelectorAll('li[data-mark=flagged]').length < before, left);
    }
    await publisher.getByRole('button', { name: 'Release for publication' }).click();
    await publisher.getByText('Released: the signed message is on its way').waitFor();

    expect(sent).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(sent.mock.calls[0]?.[1].data)).not.toMatch(/register@example\.org|12 March/);
    expect(refused).toEqual([]);
  }, 60_000);

  it.each([
    ['practice', 'practices', 'practices'],
    ['resource', 'own-resources', 'resources'],
  ])(
    'saves a draft of a %s by itself, and lets the person choose when somebody saved meanwhile',
    async (_, path, api) => {
      const officer = await signedIn('focal-point@example.org', 'en');
      await officer.clock.install();
      await officer.goto(`${base}/en/${path}/new`);
      await officer.fill('#title', 'First');
      if (path === 'practices') await officer.selectOption('#country', 'PRY');
      await officer.getByRole('button', { name: 'Save', exact: true }).click();
      await officer.locator('#page-title', { hasText: 'First' }).waitFor();
      const at = `${base}/api/${api}/${officer.url().slice(-36)}`;
      const stored = async () => (await officer.request.get(at)).json();
      const put = (body: object): Promise<number> =>
        officer.evaluate(
          async ([url, text]) =>
            (await fetch(url!, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: text! })).status,
          [at, JSON.stringify(body)],
        );
      const kept = (title: string) => eventually(async () => ((await stored()).record.title[0].text === title ? true : undefined));
      const typed = async (title: string): Promise<void> => {
        await officer.fill('#title', title);
        await officer.clock.runFor(2_000);
      };
      await typed('Second');
      await kept('Second');

      const { record, revision } = await stored();
      const theirs = { record: { ...record, title: [{ ...record.title[0], text: 'Theirs' }] }, revision };
      expect(await put(theirs)).toBe(200);
      await typed('Mine');
      await officer.getByText('Somebody else saved while you were writing').waitFor();
      expect(await officer.inputValue('#title')).toBe('Mine');
      const choose = async (name: string): Promise<void> => {
        await officer.getByRole('button', { name }).click();
        await officer.locator('dialog[open]').getByRole('button', { name }).click();
        await officer.getByText('Somebody else saved while you were writing').waitFor({ state: 'detached' });
      };
      await choose('Discard my text and show theirs');
      expect(await officer.inputValue('#title')).toBe('Theirs');

      expect(await put({ ...theirs, revision: revision + 1 })).toBe(200);
      await typed('Mine');
      await choose('Save my text over it');
      await kept('Mine');
      expect(refused).toEqual([]);
      await officer.context().close();
    },
    60_000,
  );

  it('keeps what was typed when the page is left, until it is saved', async () => {
    const officer = await signedIn('focal-point@example.org', 'fr');
    await officer.goto(`${base}/fr/practices/new`);
    await officer.fill('#title', 'Un registre commun');
    await officer.reload();
    expect(await officer.inputValue('#title')).toBe('Un registre commun');
    expect(refused).toEqual([]);
  }, 30_000);
});
