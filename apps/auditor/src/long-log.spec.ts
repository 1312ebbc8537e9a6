import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { leafOf, seenOf, SyntheticHub } from '../../../test/protocol/synthetic-hub.js';
import { SyntheticNetwork } from '../../../test/protocol/synthetic-network.js';
import { audit } from './audit.js';
import type { AuditResult } from './audit-result.js';
import { type Finding, findingOf } from './checks.js';

let network: SyntheticNetwork;
let hub: SyntheticHub;

beforeEach(() => {
  network = new SyntheticNetwork();
});

afterEach(() => hub.close());

const seenBy = (size: number): string => seenOf(network.log.slice(0, size).map(({ message }, position) => leafOf(message, position)));
const audited = async (): Promise<AuditResult> => audit({ hub: await hub.listen(), known: [], onProgress: () => undefined });
const findings = ({ checks }: AuditResult): Finding[] => checks.flatMap((check) => findingOf(check) ?? []);

describe('a long log', () => {
  const long = (count: number): void => {
    const note = network.committee[2]!;
    for (let i = 0; i < count; i++) {
      if (i % 100 === 0) note.seen = i % 200 === 0 ? seenBy(network.size) : seenBy(150 + i);
      network.add(note.sayAny('test.note.v1', { i }));
    }
  };

  it('holds over several pages and tiles, whatever size a page has', async () => {
    long(599);
    hub = new SyntheticHub(network.log);
    hub.pageLimit = 77;
    const result = await audited();
    expect(findings(result)).toEqual([]);
    expect(result).toMatchObject({ holds: true, size: 600 });
    expect(hub.requests).toEqual(expect.arrayContaining(['/nmirf/log1/tile/0/001', '/nmirf/log1/tile/1/000.p/2']));
  });

  it('names the leaf that a full tile does not know', async () => {
    long(400);
    hub = new SyntheticHub(network.log);
    hub.entries[137] = { ...hub.entries[137]!, leaf: leafOf(network.log[137]!.message, 136) };
    expect(findings(await audited())).toContainEqual({ check: 'tiles', reason: 'tile-differs', position: 137 });
  });
});
