import { describe, expect, it } from '@jest/globals';
import { emptyInvitation, readInvitation, usualNode } from './invitation-form.js';

const filled = {
  ...emptyInvitation,
  ...{ country: 'KEN', node: ' node:ke ', region: 'africa', kind: 'ministerial', languages: ['en'], url: '' },
  names: { ...emptyInvitation.names, en: ' National mechanism ' },
};

describe('the form of an invitation', () => {
  it('becomes a draft without what was left empty', () => {
    expect(readInvitation(filled)).toEqual({
      draft: {
        node: 'node:ke',
        epoch: 1,
        mechanism: {
          country: 'KEN',
          region: 'africa',
          kind: 'ministerial',
          languages: ['en'],
          names: [{ language: 'en', value: 'National mechanism' }],
        },
      },
    });
  });

  it('names every field that does not fit, in the order of the form', () => {
    expect(readInvitation(emptyInvitation)).toEqual({ wrong: ['country', 'node', 'region', 'kind', 'names', 'languages'] });
    expect(readInvitation({ ...filled, node: 'Kenya', url: 'somewhere' })).toEqual({ wrong: ['node', 'url'] });
  });

  it('knows how the node of a State is usually called', () => {
    expect([usualNode('KEN'), usualNode('')]).toEqual(['node:ke', '']);
  });
});
