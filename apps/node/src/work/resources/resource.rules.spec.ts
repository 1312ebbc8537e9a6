import { describe, expect, it } from '@jest/globals';
import { type ResourceRecord, resourceRecord } from '@nmirf/contracts/resources/authoring';
import { assertComplete, faultsIn, titleOf } from './resource.rules.js';

const whole = resourceRecord.parse({
  ...{ originalLanguage: 'pt', languages: ['pt'], link: 'https://example.org/guia' },
  title: [{ language: 'pt', text: 'Guia' }],
  summary: [{ language: 'pt', text: 'Como se faz.' }],
});
const without = (changes: Partial<ResourceRecord>) => faultsIn({ ...whole, ...changes }).map(({ path, code }) => `${path} ${code}`);

describe('a resource may be submitted', () => {
  it('when it has a title and a line in its language, a language, and a file or a link', () => {
    expect(faultsIn(whole)).toEqual([]);
    expect(() => {
      assertComplete(whole);
    }).not.toThrow();
  });

  it.each<[Partial<ResourceRecord>, string]>([
    [{ title: [{ language: 'fr', text: 'Guide', provenance: 'human' }] }, 'title field/required'],
    [{ summary: [{ language: 'pt', text: ' ', provenance: 'human' }] }, 'summary field/required'],
    [{ languages: [] }, 'languages field/required'],
    [{ link: '' }, 'files field/required'],
    [{ link: 'http://example.org' }, 'link field/not-an-address'],
    [{ link: 'https://somebody@example.org' }, 'link field/not-an-address'],
  ])('not with %j', (changes, fault) => expect(without(changes)).toEqual([fault]));

  it('and says all at once what is missing', () => {
    const empty = { ...whole, title: [], languages: [] };
    expect(() => {
      assertComplete(empty);
    }).toThrow(expect.objectContaining({ code: 'resource/incomplete' }));
    expect(faultsIn(empty)).toHaveLength(2);
  });
});

it('a list shows the title in the original language, else any there is', () => {
  expect(titleOf(whole)).toEqual({ title: 'Guia', titleLanguage: 'pt' });
  expect(titleOf({ originalLanguage: 'en', title: whole.title })).toEqual({ title: 'Guia', titleLanguage: 'pt' });
  expect(titleOf({ originalLanguage: 'en', title: [] })).toEqual({ title: '', titleLanguage: 'en' });
});
