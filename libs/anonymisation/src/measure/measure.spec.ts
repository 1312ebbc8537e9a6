import { describe, expect, it } from '@jest/globals';
import { allCaps, byOrigin, lowerCased } from './copies.js';
import { CorpusError, readCorpus, readOwnSet } from './corpus.js';
import type { Detection, Labelled } from './labelled.js';
import { plant } from './planted.js';
import { score } from './score.js';

const COLUMNS = 'With O\nZork B-PER\nBlimfield I-PER\nin O\nGwarlon B-LOC\n. O\n\nBlimfield B-PER\nspoke O\n. O\n';
const only = (documents: readonly Labelled[]): Labelled => {
  const [document] = documents;
  if (!document || documents.length > 1) throw new Error('not one document');
  return document;
};
const document = only(readCorpus('conll', COLUMNS, 'en'));
const span = (words: string, tier: Detection['tier'] = 'auto', label: Detection['label'] = 'person'): Detection => {
  const start = document.text.indexOf(words);
  return { start, end: start + words.length, tier, label };
};

describe('annotated sets', () => {
  it('reads columns with the spaces a text has', () => {
    expect(document.text).toBe('With Zork Blimfield in Gwarlon.\nBlimfield spoke.\n');
    expect(
      document.entities.map(({ label, mentions }) => [label, mentions.map(({ start, end }) => document.text.slice(start, end))]),
    ).toEqual([
      ['person', ['Zork Blimfield']],
      ['place', ['Gwarlon']],
      ['person', ['Blimfield']],
    ]);
  });

  it('reads TAB by code points, with its kinds of need', () => {
    const source = JSON.stringify({
      metadata: { data_id: '1', provenance: { dataset_type: 'dev' } },
      text: '\u{1f600} Zork',
      entities: [{ entity_type: 'PERSON', entity_id: 'a', start_offset: 2, end_offset: 6, identifier_type: 'DIRECT' }],
    });
    const { id, text, entities } = only(readCorpus('tab', source, 'en'));
    expect([id, entities[0]?.need, text.slice(entities[0]?.mentions[0]?.start, entities[0]?.mentions[0]?.end)]).toEqual([
      'dev/1',
      'direct',
      'Zork',
    ]);
  });
});

describe('figures', () => {
  it('count a person only when every mention is hidden whole', () => {
    const found = (...spans: Detection[]) => score([document], [spans]);
    expect(found(span('Zork Blimfield')).personsAuto.value).toBe(50);
    expect(found(span('Zork')).personsAuto.value).toBe(0);
    expect(found(span('Zork Blimfield', 'flag')).personsAuto.value).toBe(0);
    expect(found(span('Zork Blimfield', 'flag')).personsAutoOrFlag.value).toBe(50);
  });

  it('count wrong spans and flags against the engine', () => {
    const { personsPrecision, falseFlags } = score([document], [[span('Zork'), span('spoke'), span('With', 'flag')]]);
    expect([personsPrecision.value, falseFlags.value]).toEqual([50, 100 / 7]);
  });
});

describe('a set that is not of its format', () => {
  it.each([
    ['tab', 'Zork spoke.', 'Document 1 is no JSON'],
    ['tab', 'null', 'Document 1 has no text or no list of spans'],
    [
      'tab',
      JSON.stringify({ text: 'Zork', entities: [{ start_offset: 0, end_offset: 9 }] }),
      'Document 1 has a span that does not lie in its text',
    ],
    ['tab', JSON.stringify({ text: 'Zork', entities: [] }), 'Nothing in it is annotated as a kind that is known, such as PERSON'],
    ['presidio', '{', 'The file is no JSON'],
    ['presidio', '{}', 'The file is no list of samples'],
    ['presidio', '[{"full_text":"a"}]', 'Sample 1 has no text or no list of spans'],
    ['conll', 'Zork spoke.', 'Nothing in it is annotated as a kind that is known, such as PERSON'],
    ['harem', '', 'Nothing in it is annotated as a kind that is known, such as PERSON'],
  ] as const)('%s: %s', (format, source, why) => expect(() => readOwnSet(format, source, 'en')).toThrow(new CorpusError(why)));
});

describe('copies', () => {
  it('keep every place where it was', () => {
    expect(lowerCased(document).text).toBe(document.text.toLowerCase());
    expect(allCaps(document).entities).toBe(document.entities);
  });

  it('give every person another name, the same wherever the same stood', () => {
    for (const [swapped] of byOrigin([document]).values()) {
      const { text, entities } = swapped ?? document;
      expect(text).not.toMatch(/Zork|Blimfield/);
      const [whole, , last] = entities.map(({ mentions }) => text.slice(mentions[0]?.start, mentions[0]?.end));
      expect(whole?.endsWith(last ?? '?')).toBe(true);
      expect(text.endsWith(' spoke.\n')).toBe(true);
    }
  });
});

it('plants the names it says it plants', () => {
  const figures = plant(3);
  expect(figures).toHaveLength(12);
  expect(figures.every(({ planted, hidden }) => planted === 15 && hidden <= planted)).toBe(true);
});
