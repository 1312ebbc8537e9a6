import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { leafOf, seenOf, SyntheticHub } from '../../../test/protocol/synthetic-hub.js';
import { SyntheticNetwork, SyntheticNode } from '../../../test/protocol/synthetic-network.js';
import { audit, type AuditOptions, type AuditResult } from './audit.js';
import type { CheckName, Finding } from './checks.js';

let network: SyntheticNetwork;
let hub: SyntheticHub;

/** A network with a fourth member, some decisions, and messages whose authors have seen what was there. */
beforeEach(() => {
  network = new SyntheticNetwork();
  const node = new SyntheticNode('node:dd');
  network.admit(node);
  network.committee[0]!.seen = seenNow();
  network.say(network.committee[0]!, 'node.key.rotated.v1', network.committee[0]!.rotation('wit', 'a new witness key'));
  node.seen = seenNow();
  network.add(node.sayAny('test.note.v1', { says: 'something' }));
  network.committee[1]!.seen = seenNow();
  network.say(network.committee[1]!, 'node.key.rotated.v1', network.committee[1]!.rotation('wit', 'another witness key'));
});

afterEach(() => hub.close());

const leavesNow = (): string[] => network.log.map(({ message }, position) => leafOf(message, position));
const seenNow = (): string => seenOf(leavesNow());

const audited = async (options: Partial<AuditOptions> = {}): Promise<AuditResult> =>
  audit({ hub: await hub.listen(), known: [], onProgress: () => undefined, ...options });

const findings = ({ checks }: AuditResult): Finding[] => checks.flatMap(({ finding }) => (finding ? [finding] : []));
const resultOf = ({ checks }: AuditResult, name: CheckName) => checks.find(({ check }) => check === name)!.result;

describe('an honest hub', () => {
  it('holds in every respect', async () => {
    hub = new SyntheticHub(network.log);
    const result = await audited({ pin: (id) => id === hub.networkId });
    expect(findings(result)).toEqual([]);
    expect(result).toMatchObject({ holds: true, complete: true, size: 7, network: { id: hub.networkId, pinned: true } });
    expect(result.checks.filter(({ result: said }) => said !== 'ok').map(({ check }) => check)).toEqual(['cosignatures', 'known']);
    expect(result.members.map(({ id, messages }) => [id, messages])).toEqual([
      ['node:aa', 2],
      ['node:bb', 2],
      ['node:cc', 0],
      ['node:dd', 1],
    ]);
  });

  it('holds without a pin, and says so', async () => {
    hub = new SyntheticHub(network.log);
    const result = await audited();
    expect(result.holds).toBe(true);
    expect(resultOf(result, 'pin')).toBe('not-applicable');
    expect(result.remarks).toContain('unpinned');
  });
});
