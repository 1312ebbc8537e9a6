import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { prepareResource } from '@nmirf/anonymisation/resource-gate';
import { resourceRecord } from '@nmirf/contracts/resources/authoring';
import { demonstrationResources } from './resources.js';

describe('the resources of the demonstration', () => {
  it.each(demonstrationResources.map((resource) => [resource.record.kind, resource] as const))(
    'a %s that leaves whole when two people have read it',
    (_, { country, record, files }) => {
      const references = files.map(({ content, ...file }) => {
        const bytes = Buffer.from(content);
        return { ...file, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
      });
      const context = { country, persons: [], publicNames: [], reviewers: ['R-7K3QD'], day: '2026-11-24', traces: new Map() };
      const brought = resourceRecord.parse({ ...record, files: references });
      const { findings } = prepareResource(brought, [], context);
      expect(findings.filter(({ tier }) => tier === 'auto')).toEqual([]);
      const decisions = findings.map(({ key }) => ({ key, decision: 'allow' as const, reason: 'read', confirmed: true }));
      const { summary, obstacles } = prepareResource(brought, decisions, context);
      expect(obstacles).toEqual([]);
      expect(summary?.title.map(({ text }) => text)).toEqual(record.title.map(({ text }) => text));
      expect(summary?.summary.map(({ text }) => text)).toEqual(record.summary.map(({ text }) => text));
    },
  );
});
