import { beforeAll, expect, it, jest } from '@jest/globals';
import { digestOf } from '@nmirf/anonymisation/digest';
import { type Language, languages } from '@nmirf/contracts/languages/language';
import type { Finding, ReviewView } from '@nmirf/contracts/practices/authoring';
import { practicePublished } from '@nmirf/contracts/practices/published';
import type { Page } from 'playwright-core';
import { demonstrationPractices } from '../../apps/node/src/demonstration/practices.js';
import { OutgoingFacade } from '../../apps/node/src/network/sync/outgoing.facade.js';
import { axeFindings } from '../harness/browser.js';
import type { BrowsedDesk } from '../harness/browsed-desk.js';
import { answered, release } from '../harness/desk-network.js';
import { eventually } from '../harness/waiting.js';

/** One planted name and address in each language, as a careless hand would write them: what would be sent, and before it an exact day. */
const PLANTED: Readonly<Record<Language, readonly [before: string, planted: string]>> = {
  ar: ['منذ 12 مارس 2019. ', 'تتولى السيدة زوركا بليمفيلد القائمة (zorka@example.org).'],
  en: ['Since 12 March 2019. ', 'The list is kept by Mrs Zorka Blimfield (zorka@example.org).'],
  fr: ['Depuis le 12 mars 2019. ', 'La liste est tenue par Mme Zorka Blimfield (zorka@example.org).'],
  es: ['Desde el 12 de marzo de 2019. ', 'La lista la lleva la Sra. Zorka Blimfield (zorka@example.org).'],
  pt: ['Desde 12 de março de 2019. ', 'A lista é mantida pela Sra. Zorka Blimfield (zorka@example.org).'],
};
const NAMES = /zorka|blimfield|زوركا|بليمفيلد/i;
const texts = (of: (language: Language) => string) =>
  languages.map((language) => ({ language, text: of(language), provenance: 'human' as const }));
const record = { ...demonstrationPractices('MAR')[0], summary: texts((language) => PLANTED[language].join('')) };

/** Names planted in five languages: no gate, and no hub behind it, lets one through. */
export const plantedNames = (place: BrowsedDesk): void => {
  let id: string;

  beforeAll(async () => {
    const { body } = await place.desk.officer.post('/api/practices').send({ record }).expect(201);
    id = body.id;
    await place.desk.officer.post(`/api/practices/${id}/submission`).expect(200);
  });

  const at = (who: 'officer' | 'publisher', path: string) => place.open(who, `/${path}`);
  const review = async (): Promise<ReviewView> => (await place.desk.publisher.get(`/api/practices/${id}/review`).expect(200)).body;
  const isPlanted = ({ text, language, type }: Finding, of: Language) => language === of && type === 'email' && text.includes('zorka');
  const selected = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const { id: field, lang, value, selectionStart, selectionEnd } = document.activeElement as HTMLTextAreaElement;
      return `${field} ${lang} ${String(value?.slice(selectionStart, selectionEnd))}`;
    });

  it('cannot be approved at the gate while one is left, also not by two reviewers', async () => {
    const { page, complaints } = await at('publisher', `ar/practices/${id}/review`);
    const released = page.getByRole('button', { name: 'إجازة النشر' });
    await page.getByText('zorka@example.org').first().waitFor();
    for (const language of languages) {
      const { findings } = await review();
      const { key } = findings.find((finding) => isPlanted(finding, language))!;
      const card = page.locator(`#finding-${key.replace(/[^A-Za-z0-9_-]/g, '_')}`);
      await card.locator('input[type=radio]').last().check();
      await card.locator('input[type=text]').fill('A public address');
      await card.locator('button[type=submit]').click();
      await card.and(page.locator('[data-mark=flagged]')).waitFor();
      expect(await released.isDisabled()).toBe(true);
    }
    // A second reviewer says the same of each, and everything else is masked: the names alone stand in the way.
    const kept = (await review()).findings.filter((finding) => languages.some((language) => isPlanted(finding, language)));
    const others = (await review()).findings.filter(({ key, tier }) => tier === 'flag' && kept.every((planted) => planted.key !== key));
    const confirm = kept.map(({ key, reason }) => ({ key, decision: 'allow', reason }));
    const mask = others.map(({ key }) => ({ key, decision: 'mask' }));
    await place.desk.coordinator
      .put(`/api/practices/${id}/review`)
      .send({ decisions: [...confirm, ...mask] })
      .expect(200);
    const { obstacles, digest } = await review();
    expect(new Set(obstacles.map(({ code, path }) => `${code} ${path}`))).toEqual(new Set(['gate/hub-would-refuse summary']));
    await page.reload();
    await released.waitFor();
    expect(await released.isDisabled()).toBe(true);
    await place.desk.publisher.post(`/api/practices/${id}/release`).send({ digest }).expect(422);
    const masked = kept.map(({ key }) => ({ key, decision: 'mask' }));
    await place.desk.publisher.put(`/api/practices/${id}/review`).send({ decisions: masked }).expect(200);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('is refused by the hub when the gate is gone round, and comes back to work: not released, but sent back', async () => {
    const outgoing = place.desk.node.get(OutgoingFacade, { strict: false });
    const submit = outgoing.submit.bind(outgoing);
    // Whoever holds the signing key can send what the gate never saw.
    const roundTheGate = jest.spyOn(outgoing, 'submit').mockImplementationOnce((tx, draft) => {
      const sent = practicePublished.parse(draft.data);
      const summary = { ...sent.summary, summary: texts((language) => PLANTED[language][1]) };
      return submit(tx, { ...draft, data: { ...sent, summary, report: { ...sent.report, digest: digestOf(summary) } } });
    });
    const { digest } = await review();
    await place.desk.publisher.post(`/api/practices/${id}/release`).send({ digest }).expect(200);
    expect(roundTheGate).toHaveBeenCalledTimes(1);
    roundTheGate.mockRestore();
    const back = await eventually(async () => {
      const { body } = await place.desk.officer.get(`/api/practices/${id}`).expect(200);
      return body.state === 'sent-back' ? body : undefined;
    });
    expect(back.released).toBeUndefined();
    const { body: refusal } = await place.desk.officer.get(`/api/practices/${id}/refusal`).set('accept-language', 'pt').expect(200);
    for (const language of languages) {
      const places = refusal.places.filter((place: { language: string }) => place.language === language);
      expect(places.map(({ type }: { type: string }) => type)).toEqual(expect.arrayContaining(['person', 'email']));
    }
    expect(new Set(refusal.places.map(({ path }: { path: string }) => path))).toEqual(new Set(['summary']));
  }, 60_000);

  it('is mended where the hub says, in the field of the right language, and goes through the gate again', async () => {
    const { page: arabic, complaints } = await at('officer', `ar/practices`);
    await arabic.getByText('إعادة من المركز').last().waitFor();
    await arabic.goto(`${place.base}/ar/practices/${id}`);
    await arabic.waitForFunction(() => document.activeElement?.id === 'summary');
    expect(await selected(arabic)).toMatch(/^summary (?:ar .*زوركا|\w\w .*[Zz]orka)/);
    await arabic.getByRole('button', { name: 'إظهاره في النص: zorka@example.org' }).last().click();
    expect(await selected(arabic)).toMatch(/^summary \w\w zorka@example\.org$/);
    expect(await axeFindings(arabic)).toEqual([]);
    await arabic.context().close();

    const { page } = await at('officer', `en/practices/${id}`);
    await page.getByRole('button', { name: /^Replace by .*: .*زوركا/ }).click();
    await page.getByText('Mended: it no longer stands there').first().waitFor();
    await page.getByRole('button', { name: /^Replace all \d+ places$/ }).click();
    await page.getByText('Every place is mended. Send the text for review again.').waitFor();
    await page.getByRole('button', { name: 'Save and send for review' }).click();
    await page.getByText('In review: it can be read but not changed').waitFor();
    await page.context().close();

    const { body: mended } = await place.desk.officer.get(`/api/practices/${id}`).expect(200);
    expect(JSON.stringify(mended.record.summary)).not.toMatch(NAMES);
    const published = await release(place.desk, id, { submitted: true });
    const shown = await answered(place.network.hub, `/api/library/practices/${published}`, 200);
    expect(shown).toMatchObject({ version: 1 });
    expect(JSON.stringify(shown)).not.toMatch(NAMES);
    const { body: done } = await place.desk.officer.get(`/api/practices/${id}`).expect(200);
    expect(done).toMatchObject({ state: 'released', released: { version: 1 } });
    expect(complaints).toEqual([]);
  }, 120_000);
};
