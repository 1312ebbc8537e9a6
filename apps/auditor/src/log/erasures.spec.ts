import { describe, expect, it } from '@jest/globals';
import { toBase64url } from '@nmirf/federation/base64url';
import type { Message } from '@nmirf/federation/message';
import { SyntheticHub } from '../../../../test/protocol/synthetic-hub.js';
import { asVerified, SyntheticNetwork, SyntheticNode } from '../../../../test/protocol/synthetic-network.js';
import { audit } from '../audit.js';
import { findingOf } from '../checks.js';

/** What an audit says of a log of two notes and the withdrawal of the first, whose holes are at these positions. */
const auditWithHoles = async (...holes: readonly number[]) => {
  const network = new SyntheticNetwork();
  const author = new SyntheticNode('node:dd');
  network.admit(author);
  const [taken, other] = ['one', 'two'].map((i) => author.sayAny('test.note.v1', { i })) as [Message, Message];
  const withdrawal = author.say('practice.withdrawn.v1', { target: [toBase64url(taken.hash)], reason: 'mistaken', purge: true });
  const placed = [taken, other, withdrawal].map((message, i) => ({ position: network.size + i, message: asVerified(message) }));
  const hub = new SyntheticHub([...network.log, ...placed]);
  for (const hole of holes) Object.assign(hub.entries[network.size + hole]!, { jws: null, why: 'withdrawn' });
  try {
    const result = await audit({ hub: await hub.listen(), known: [], onProgress: () => undefined });
    return { result, findings: result.checks.flatMap((check) => findingOf(check) ?? []), size: network.size };
  } finally {
    await hub.close();
  }
};

describe('a hole in the log', () => {
  it('holds when its author took the message back', async () => {
    const { result } = await auditWithHoles(0);
    expect(result).toMatchObject({ holds: true, totals: { withheld: { audience: 0, withdrawn: 1, erased: 0 } } });
  });

  it('is found when nobody accounts for it', async () => {
    const { result, findings, size } = await auditWithHoles(0, 1);
    expect(result.holds).toBe(false);
    expect(findings).toEqual([{ check: 'messages', reason: 'erased-unsaid', position: size + 1 }]);
  });
});
