import { invitation, invitationView } from '@nmirf/contracts/network/enrolment';
import type { NodeId } from '@nmirf/contracts/network/names';
import { enrol } from '../../apps/node/src/enrolling.js';
import type { Api } from './api-at.js';
import type { RealNetwork } from './real-network.js';

/** What an officer of the secretariat writes to prepare an invitation. */
export const invitationTo = (country: string, node: NodeId) => ({
  node,
  mechanism: {
    ...{ country, region: 'africa', kind: 'interministerial', languages: ['en'] },
    names: [{ language: 'en', value: 'A national mechanism for implementation, reporting and follow-up' }],
  },
});

/** A mechanism applies, by an invitation that one officer prepares and another issues. */
export const apply = async (network: RealNetwork, [one, two]: readonly [Api, Api]): Promise<void> => {
  const { id } = await one.tell(invitationView, '/api/invitations', invitationTo('KEN', 'node:ke'));
  await enrol(await two.tell(invitation, `/api/invitations/${id}/issue`), 'node:ke', network.keys('ke'));
};
