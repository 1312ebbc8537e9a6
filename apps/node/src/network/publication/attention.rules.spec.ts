import { describe, expect, it } from '@jest/globals';
import { plantedName } from '@nmirf/anonymisation/attention';
import type { ReviewView } from '@nmirf/contracts/practices/authoring';
import { noticedIn, withPlanted } from './attention.rules.js';

const planted = plantedName('draw', 1, 'Written.', 'en')!;
const { key } = planted.finding;
const view: ReviewView = {
  ...{ practice: '0198c0de-0000-4000-8000-000000000000', findings: [], obstacles: [], digest: 'd', mayRelease: true },
};

describe('a planted name', () => {
  it('stands on the page as a flag that waits, and changes nothing of what would be released', () => {
    const seen = withPlanted(view, planted, 'Decide.');
    expect(seen.findings).toEqual([planted.finding]);
    expect(seen.shown).toEqual([{ path: 'summary', language: 'en', text: planted.shown }]);
    expect(seen).toMatchObject({ digest: 'd', mayRelease: false, obstacles: [{ code: 'gate/flag-undecided', detail: 'Decide.' }] });
  });

  it.each([
    [[{ key, decision: 'mask' }], true],
    [[{ key, decision: 'generalise' }], true],
    [[{ key, decision: 'allow', reason: 'A place' }], false],
    [[{ key, decision: 'allow' }], undefined],
    [[{ key: 'another', decision: 'mask' }], undefined],
    [[], undefined],
  ] as const)('%j: noticed %s', (decisions, noticed) => expect(noticedIn(decisions, planted)).toBe(noticed));
});
