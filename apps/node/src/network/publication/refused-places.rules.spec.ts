import { describe, expect, it } from '@jest/globals';
import { practiceDraftRecord } from '@nmirf/contracts/practices/record';
import { problemOf } from '@nmirf/federation/problems';
import { refusedPlaces } from './refused-places.rules.js';

const text = (language: string, words: string) => ({ language, text: words });
const record = practiceDraftRecord.parse({
  originalLanguage: 'en',
  country: 'PRY',
  title: [text('en', 'A list')],
  buildingBlocks: [{ title: [] }, { title: [text('en', 'The list')] }],
  results: [
    { indicator: [text('en', 'Withheld')], unit: 'count', after: 3 },
    { indicator: [text('en', 'Kept')], unit: 'count', after: 20 },
  ],
});
const placesOf = (...errors: { path: string; language?: string; start?: number; end?: number; type?: string }[]) =>
  refusedPlaces(
    {
      problem: problemOf(
        'anonymisation-refused',
        errors.map((error) => ({ code: 'gate/leak', ...error })),
      ),
      stretches: errors.map(({ start }) => (start === undefined ? undefined : { before: '', words: 'words', after: '' })),
    },
    record,
  );

describe('the places of a refusal', () => {
  it('are told as places of the record: what was not published left no hole in what was sent', () => {
    const places = placesOf(
      { path: 'buildingBlocks.0.title', language: 'en', start: 0, end: 5, type: 'person' },
      { path: 'results.0.after', type: 'number' },
      { path: 'themes.3', language: 'en', start: 0, end: 2 },
    );
    expect(places.map(({ path }) => path)).toEqual(['buildingBlocks.1.title', 'results.1.after', 'themes']);
    expect(places[0]).toMatchObject({ replacement: '[person]', stretch: { words: 'words' } });
    expect(places[1]).not.toHaveProperty('replacement');
  });

  it('name a stretch once: one within another, or found twice, is left out', () => {
    const at = (start: number, end: number) => ({ path: 'summary', language: 'en', start, end, type: 'person' });
    expect(placesOf(at(3, 9), at(0, 12), at(0, 12), { ...at(3, 9), language: 'fr' })).toHaveLength(2);
  });
});
