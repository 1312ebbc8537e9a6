import { describe, expect, it } from '@jest/globals';
import { practiceDraftRecord } from '@nmirf/contracts/practices/record';
import type { RefusedPlace } from '@nmirf/contracts/practices/refusal';
import { fieldIdOf, isMended, mended, placeIn } from './refused-place.js';

const text = (language: string, words: string) => ({ language, text: words });
const record = practiceDraftRecord.parse({
  originalLanguage: 'fr',
  country: 'MAR',
  title: [text('fr', 'Une liste')],
  summary: [text('fr', 'Anna décide. Depuis le 12 mars, la liste est tenue par Anna, qui décide.'), text('en', 'Anna keeps it.')],
  buildingBlocks: [{ title: [text('fr', 'La liste')], description: [text('fr', 'Tenue par Anna.')] }],
  themes: ['Eau', 'Anna et la liste'],
  results: [{ indicator: [text('fr', 'Listes d’Anna')], unit: 'count', after: 20 }],
});
const place = (changes: Partial<RefusedPlace>): RefusedPlace => ({
  path: 'summary',
  language: 'fr',
  code: 'gate/leak',
  detail: '',
  stretch: { before: 'la liste est tenue par ', words: 'Anna', after: ', qui décide.' },
  replacement: '[personne]',
  ...changes,
});

describe('a refused place', () => {
  it('is the occurrence whose surroundings are most like those that were sent', () => {
    const { start, end } = placeIn(record, place({}))!;
    expect(start).toBe(record.summary[0]!.text.lastIndexOf('Anna'));
    expect(end - start).toBe(4);
    expect(placeIn(record, place({ stretch: { before: '', words: 'Anna', after: ' décide.' } }))?.start).toBe(0);
  });

  it('is mended where it stands and nowhere else', () => {
    const changed = mended(record, place({}));
    expect(changed.summary.find(({ language }) => language === 'fr')?.text).toBe(
      'Anna décide. Depuis le 12 mars, la liste est tenue par [personne], qui décide.',
    );
    expect(changed.summary.find(({ language }) => language === 'en')?.text).toBe('Anna keeps it.');
  });

  it.each([
    ['buildingBlocks.0.description', 'block-0-text'],
    ['buildingBlocks.0.title', 'block-0-title'],
    ['results.0.indicator', 'result-0-indicator'],
    ['results.0.after', 'result-0-after'],
    ['themes', 'themes'],
    ['title', 'title'],
  ])('at %s leads to the field %s', (path, id) => {
    expect(fieldIdOf(path)).toBe(id);
  });

  it.each(['buildingBlocks.0.description', 'results.0.indicator', 'themes'])('is mended in %s', (path) => {
    const one = place({ path, stretch: { before: '', words: 'Anna', after: '' } });
    expect(isMended(record, one)).toBe(false);
    expect(isMended(mended(record, one), one)).toBe(true);
  });

  it('is found in the entry that was moved', () => {
    const [block] = record.buildingBlocks;
    const other = { title: [text('fr', 'L’accès')], description: [text('fr', 'Ouverte à tous.')] };
    const moved = practiceDraftRecord.parse({ ...record, buildingBlocks: [other, block] });
    const one = place({ path: 'buildingBlocks.0.description', stretch: { before: 'Tenue par ', words: 'Anna', after: '.' } });
    expect(placeIn(moved, one)?.path).toBe('buildingBlocks.1.description');
    expect(mended(moved, one).buildingBlocks[1]?.description[0]?.text).toBe('Tenue par [personne].');
  });

  it('is mended in a record of fewer fields', () => {
    const { originalLanguage, title, summary, themes } = record;
    const resource = { originalLanguage, title, summary, themes };
    expect(isMended(mended(resource, place({})), place({ stretch: { before: '', words: 'tenue par Anna', after: '' } }))).toBe(true);
  });

  it('changes nothing once it is mended, or is no stretch of a text', () => {
    expect(mended(record, place({ stretch: { before: '', words: 'Zorka', after: '' } }))).toBe(record);
    const { stretch: _stretch, ...number } = place({ path: 'results.0.after' });
    expect(mended(record, number)).toBe(record);
    expect(isMended(record, number)).toBe(false);
  });
});
