import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { prepareResource } from '@nmirf/anonymisation/resource-gate';
import { resourceRecord } from '@nmirf/contracts/resources/authoring';
import { demonstrationResources } from './resources.js';

describe('the resources of the demonstration', () => {
  it.each(demonstrationResources.map((resource) => [resource.record.kind, resource] as const))(
    'a %s that the gate lets go as it is',
    (_, { country, record, files }) => {
      const references = files.map(({ content, ...file }) => {
        const bytes = Buffer.from(content);
        return { ...file, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
      });
      const context = { country, persons: [], publicNames: [], reviewers: ['R-7K3QD'], day: '2026-11-24', traces: new Map() };
      const { findings, obstacles } = prepareResource(resourceRecord.parse({ ...record, files: references }), [], context);
      expect({ findings, obstacles }).toEqual({ findings: [], obstacles: [] });
    },
  );
});
