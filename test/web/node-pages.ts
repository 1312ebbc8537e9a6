import { beforeAll, expect, it } from '@jest/globals';
import { enrolmentPage } from '@nmirf/contracts/network/enrolment';
import { proposalList } from '@nmirf/contracts/network/proposals';
import { queuePage } from '@nmirf/contracts/network/queue';
import { practiceView } from '@nmirf/contracts/practices/authoring';
import { z } from 'zod';
import { demonstrationPractices } from '../../apps/node/src/demonstration/practices.js';
import { arrive, crawl } from '../../scripts/steps/crawl.mjs';
import { type Api, apiAt } from '../harness/api-at.js';
import { type BrowsedNetwork, SECRETARIAT } from '../harness/browsed-network.js';
import { docxOf, HEADINGS_2025, row2025 } from '../harness/docx.js';
import { Inspection, WIDE } from '../harness/inspection.js';
import { signedInAt } from '../harness/officers.js';
import { leakingPractice } from '../harness/published-practices.js';
import { query } from '../harness/real-network.js';
import { eventually } from '../harness/waiting.js';

const [officer, chief] = ['officer@ma.example', 'chief@ma.example'] as const;
/** Together these may see every page. */
const CHIEF = ['coordinator', 'reviewer', 'publisher', 'administrator', 'auditor'];
/** Who works at the node. */
export const officers = { [officer]: ['focal-point'], [chief]: CHIEF };
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Every page of a node. */
export const everyPageOfANode = (place: BrowsedNetwork): void => {
  const { network } = place;
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

  /** Two officers of the secretariat let the committee decide on the mechanism that has applied. */
  const propose = async (): Promise<void> => {
    for (const email of SECRETARIAT) {
      const desk = await apiAt(place.browser, place.hub, email);
      const { items } = await desk.read(enrolmentPage, '/api/enrolments');
      await desk.tell(z.object({}), `/api/enrolments/${items[0]!.id}/approval`);
    }
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
    const [returned, waiting] = await write(await apiAt(place.browser, place.node, officer));
    const desk = await apiAt(place.browser, place.node, chief);
    await desk.tell(practiceView, `/api/practices/${returned!}/return`, { reason: 'Say when it began' });
    await fill(desk);
    const { page } = await signedInAt(place.browser, `${place.node}/en`, chief);
    const found = await crawl(page, place.node, ['', '/sign-in', '/welcome', '/nowhere']);
    const absent = '/practices/00000000-0000-4000-8000-000000000000';
    paths = [...new Set([...found.values(), `/practices/${returned!}`, `/practices/${waiting!}`, absent])];
    await page.context().close();
  }, 240_000);

  it('is found by following links', () => {
    const lists = ['/practices', '/recommendations', '/queue', '/proposals', '/library', '/people', '/audit'];
    expect(paths).toEqual(expect.arrayContaining(['', ...lists, '/practices/new', '/membership', '/account', '/welcome', '/nowhere']));
    const records = [/^\/practices\/[^/]{36}$/, /^\/practices\/[^/]{36}\/review$/, /^\/recommendations\/./, /^\/library\/./];
    for (const record of records) expect(paths.some((path) => record.test(path))).toBe(true);
  });

  it('reads of its address what fits, and asks for nothing else', async () => {
    const { page, complaints } = await signedInAt(place.browser, `${place.node}/en`, chief);
    const asked: string[] = [];
    page.on('request', (request) => void (request.url().includes('/api/library/') && asked.push(new URL(request.url()).search)));
    await arrive(page, `${place.node}/en/library?theme=a&theme=b&language=xx&order=oldest`);
    await page.locator('article h2 a').first().waitFor();
    expect(new URL(page.url()).search).toBe('?order=oldest');
    expect(new Set(asked)).toEqual(new Set(['', '?order=oldest']));
    expect([await page.getByRole('alert').count(), complaints]).toEqual([0, []]);
    await page.context().close();
  }, 60_000);

  it.each(['en', 'ar'] as const)(
    'holds WCAG 2.2 AA as far as axe can tell, light and dark, and fits 320 pixels and 400 %% zoom, in %s',
    async (language) => {
      const { page, complaints } = await signedInAt(place.browser, `${place.node}/${language}`, chief, { viewport: WIDE });
      const inspection = new Inspection(page);
      expect(await inspection.everywhere(paths.map((path) => `${place.node}/${language}${path}`))).toEqual([]);
      // To add a person and to change one, to take down, to approve and to reject.
      expect(inspection.opened).toBeGreaterThanOrEqual(7);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    300_000,
  );
};
