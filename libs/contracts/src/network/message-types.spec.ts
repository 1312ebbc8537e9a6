import { describe, expect, it } from '@jest/globals';
import { compile } from 'zod';
import { envelopeReader } from './envelope.js';
import { messageTypes, readData } from './message-types.js';

const ENVELOPE = {
  ...{ specversion: '1.0', id: '7d3a2c60-6a3e-4d52-9a3c-0a4d0d1f9a11', source: 'node:ma', type: 'practice.withdrawn.v1' },
  ...{ subject: 'practice:7d3a2c60-6a3e-4d52-9a3c-0a4d0d1f9a12', time: '2026-11-24T10:00:00.000Z' },
  ...{ datacontenttype: 'application/json', dataschema: 'nmirf:withdrawal/1.0', epoch: 1, seq: 1, prev: 'A'.repeat(43), aud: '*' },
  ...{ seen: `0:${'A'.repeat(43)}`, salt: 'A'.repeat(22), data: {} },
};

describe('message types', () => {
  it.each(Object.entries(messageTypes))('%s can be made into code, whole', (_, { data }) => {
    expect(() => compile(data, { strict: true })).not.toThrow();
  });

  it('says of data that does not fit what the schema says of it', () => {
    const data = { practice: 'none', version: 0, more: true };
    const read = readData({ type: 'practice.published.v1', data });
    expect(read.error?.issues.length).toBeGreaterThan(2);
    expect(read.error?.issues).toEqual(messageTypes['practice.published.v1'].data.safeParse(data).error?.issues);
  });

  it('reads an envelope, and ignores what no envelope has', () => {
    expect(envelopeReader().parse({ ...ENVELOPE, later: 1 })).toEqual(ENVELOPE);
    expect(envelopeReader().safeParse({ ...ENVELOPE, seq: 0 }).error?.issues).toMatchObject([{ path: ['seq'], code: 'too_small' }]);
  });
});
