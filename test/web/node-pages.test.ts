import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { enrolmentPage } from '@nmirf/contracts/network/enrolment';
import { proposalList } from '@nmirf/contracts/network/proposals';
import { queuePage } from '@nmirf/contracts/network/queue';
import { practiceView } from '@nmirf/contracts/practices/authoring';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { demonstrationPractices } from '../../apps/node/src/demonstration/practices.js';
import { crawl } from '../../scripts/steps/crawl.mjs';
import { type Api, apiAt } from '../harness/api-at.js';
import { apply } from '../harness/application.js';
import { clientFolder, inBrowser, openBrowser } from '../harness/browser.js';
import { docxOf, HEADINGS_2025, row2025 } from '../harness/docx.js';
import { Inspection, WIDE } from '../harness/inspection.js';
import { PASSWORD, signedInAt } from '../harness/officers.js';
import { leakingPractice, publishedPractice } from '../harness/published-practices.js';
import { query, RealNetwork } from '../harness/real-network.js';
import { eventually } from '../harness/waiting.js';

const [officer, chief] = ['officer@ma.example', 'chief@ma.example'] as const;
const secretariat = ['first@hub.example', 'second@hub.example'] as const;
/** Together these may see every page. */
const CHIEF = ['coordinator', 'reviewer', 'publisher', 'administrator', 'auditor'];
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

inBrowser('every page of a node', () => {
  const network = new RealNetwork();
  let browser: Browser;
  let base: string;
  /** Addresses without their language. */
  let paths: readonly string[];

  /** Two practices that wait for review. */
  const write = async (desk: Api): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (const record of demonstrationPractices('MAR').slice(0, 2)) {
      const { id } = await desk.tell(practiceView, '/api/practices', { record });
      await desk.tell(practiceView, `/api/practices/${id}/submission`);
      ids.push(id);
    }
    return ids;
  };

  /** A mechanism applies, and two officers of the secretariat let the committee decide. */
  const propose = async (): Promise<void> => {
    await network.employ(PASSWORD, ...secretariat);
    const hub = network.hub.environment['PUBLIC_URL']!;
    const officers = [await apiAt(browser, hub, secretariat[0]), await apiAt(browser, hub, secretariat[1])] as const;
    await apply(network, officers);
    const { items } = await officers[0].read(enrolmentPage, '/api/enrolments');
    for (const each of officers) await each.tell(z.object({}), `/api/enrolments/${items[0]!.id}/approval`);
  };

  /** What the committee, the queue and the register of recommendations have to show. */
  const fill = async (desk: Api): Promise<void> => {
    const rows = [HEADINGS_2025, row2025('26.49 Adopt a plan with a budget (Ghana);'), row2025('26.50 Train its staff (Chile);')];
    const list = docxOf(rows, 'UPR of Morocco (4th Cycle - 41st Session) Thematic list of recommendations');
    expect(await desk.send('/api/recommendations/import?country=MAR', list, WORD)).toBe(200);
    await network.release([leakingPractice()]);
    // As a node that is older than its neighbour would have it.
    await query(
      network.nodes[0]!.environment['DATABASE_URL']!,
      `insert into quarantine (pos, source, type, dataschema, why)
       values (1, 'node:pt', 'practice.published.v1', 'nmirf:practice-published/2.0', 'unknown-schema')`,
    );
    await propose();
    await eventually(async () => ((await desk.read(proposalList, '/api/proposals')).length > 0 ? true : undefined));
    await eventually(async () => ((await desk.read(queuePage, '/api/queue?state=refused')).items.length > 0 ? true : undefined));
  };

  beforeAll(async () => {
    await network.start({ hub: clientFolder('hub'), node: clientFolder('node') });
    await network.appoint(network.nodes[0]!, PASSWORD, { [officer]: ['focal-point'], [chief]: CHIEF });
    await network.release([publishedPractice(), publishedPractice()]);
    await network.settled();
    base = network.nodes[0]!.environment['PUBLIC_URL']!;
    browser = await openBrowser();
    const [returned, waiting] = await write(await apiAt(browser, base, officer));
    const desk = await apiAt(browser, base, chief);
    await desk.tell(practiceView, `/api/practices/${returned!}/return`, { reason: 'Say when it began' });
    await fill(desk);
    const { page } = await signedInAt(browser, `${base}/en`, chief);
    const found = await crawl(page, base, ['', '/sign-in', '/welcome', '/nowhere']);
    paths = [...new Set([...found.values(), `/practices/${returned!}`, `/practices/${waiting!}`])];
    await page.context().close();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await network.stop();
  }, 60_000);

  it('is found by following links', () => {
    const lists = ['/practices', '/recommendations', '/queue', '/proposals', '/library', '/people', '/audit'];
    expect(paths).toEqual(expect.arrayContaining(['', ...lists, '/practices/new', '/membership', '/account', '/welcome', '/nowhere']));
    const records = [/^\/practices\/[^/]{36}$/, /^\/practices\/[^/]{36}\/review$/, /^\/recommendations\/./, /^\/library\/./];
    for (const record of records) expect(paths.some((path) => record.test(path))).toBe(true);
  });

  it.each(['en', 'ar'] as const)(
    'holds WCAG 2.2 AA as far as axe can tell, light and dark, and fits 320 pixels and 400 %% zoom, in %s',
    async (language) => {
      const { page, complaints } = await signedInAt(browser, `${base}/${language}`, chief, { viewport: WIDE });
      const inspection = new Inspection(page);
      expect(await inspection.everywhere(paths.map((path) => `${base}/${language}${path}`))).toEqual([]);
      // To add a person and to change one, to take down, to approve and to reject.
      expect(inspection.opened).toBeGreaterThanOrEqual(7);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    300_000,
  );
});
