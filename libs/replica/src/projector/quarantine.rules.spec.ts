import { describe, expect, it } from '@jest/globals';
import { whyQuarantined } from './quarantine.rules.js';

const left = {
  type: 'network.member.left.v1',
  dataschema: 'nmirf:member-left/1.0',
  aud: '*' as const,
  data: { reason: 'The mandate ended' },
};

describe('a message is kept aside', () => {
  it.each([
    ['when its schema is of another version', { ...left, dataschema: 'nmirf:member-left/2.0' }, 'unknown-schema'],
    ['when its data break its schema', { ...left, data: { reason: 7 } }, 'data-invalid'],
    ['when it is for fewer than its type is', { ...left, aud: 'members' as const }, 'data-invalid'],
    ['never when it can be read', left, undefined],
    ['never when nobody reads its type', { ...left, type: 'network.song.v1', data: { reason: 7 } }, undefined],
  ])('%s', (_, message, why) => expect(whyQuarantined(message)).toBe(why));
});
