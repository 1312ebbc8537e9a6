import { describe, expect, it } from '@jest/globals';
import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import { cosign } from '@nmirf/federation/cosignature';
import { signEd25519 } from '@nmirf/federation/crypto';
import type { NoteSignature } from '@nmirf/federation/note';
import type { Trust } from '@nmirf/federation/trust';
import { witnessed, witnessesOf, witnessKey } from '@nmirf/federation/witness';
import { keyPair, SyntheticNetwork, type SyntheticNode } from './synthetic-network.js';

const text = 'hub.example/nmirf/log1\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n';
const TIME = 1_795_478_400;

const wordOf = ({ id, pairs, keys }: SyntheticNode, said = text): NoteSignature =>
  cosign(said, witnessKey(id, keys.wit.x), TIME, (message) => signEd25519(pairs.wit.seed, message));

/** The same network with its members in these regions. */
const inRegions = (trust: Trust, regions: Readonly<Record<string, Mechanism['region']>>): Trust => ({
  ...trust,
  members: Object.fromEntries(
    Object.entries(trust.members).map(([id, member]) => [
      id,
      { ...member, mechanism: { ...member.mechanism, region: regions[id] ?? member.mechanism.region } },
    ]),
  ),
});

describe('witnesses', () => {
  const network = new SyntheticNetwork();
  const [aa, bb, cc] = network.committee as [SyntheticNode, SyntheticNode, SyntheticNode];

  it('are the active members whose word holds', () => {
    const note = { text, signatures: [wordOf(aa), wordOf(bb, `${text}more\n`)] };
    expect(witnessesOf(note, network.trust)).toEqual([{ id: aa.id, kid: aa.kid('wit'), x: aa.keys.wit.x, time: TIME }]);
  });

  it('are not strangers, nor members with another key', () => {
    const stranger = keyPair('a stranger');
    const sign = (message: Uint8Array) => signEd25519(stranger.seed, message);
    const signatures = [cosign(text, witnessKey('node:zz', stranger.publicKey.x), TIME, sign)];
    signatures.push(cosign(text, witnessKey(aa.id, stranger.publicKey.x), TIME, sign));
    expect(witnessesOf({ text, signatures }, network.trust)).toEqual([]);
  });

  it('are not suspended members', () => {
    const suspended = new SyntheticNetwork();
    const [first, second, third] = suspended.committee as [SyntheticNode, SyntheticNode, SyntheticNode];
    const proposal = { id: third.id, status: 'suspended' as const, reason: 'A reason' };
    const subject = suspended.say(suspended.hub, 'network.status.proposed.v1', proposal);
    suspended.decide(subject, [first, 'approve'], [second, 'approve']);
    expect(witnessesOf({ text, signatures: [wordOf(third)] }, suspended.trust)).toEqual([]);
    expect(witnessed(suspended.trust, [third]).regions).toEqual([]);
  });

  it('suffice when they come from three regions', () => {
    const trust = inRegions(network.trust, { [aa.id]: 'africa', [bb.id]: 'europe', [cc.id]: 'americas' });
    expect(witnessed(trust, [aa, bb])).toEqual({ regions: ['africa', 'europe'], needed: 3, holds: false });
    expect(witnessed(trust, [cc, bb, aa])).toEqual({ regions: ['africa', 'americas', 'europe'], needed: 3, holds: true });
  });

  it('suffice from each region there is while there are fewer', () => {
    expect(witnessed(network.trust, [])).toEqual({ regions: [], needed: 1, holds: false });
    expect(witnessed(network.trust, [bb])).toEqual({ regions: ['africa'], needed: 1, holds: true });
    expect(witnessed({ ...network.trust, members: {} }, [])).toEqual({ regions: [], needed: 0, holds: false });
  });
});
