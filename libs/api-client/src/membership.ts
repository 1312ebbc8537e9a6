import type { RenewableUse } from '@nmirf/contracts/members/key-changes';
import { ownMembership, type OwnMembership } from '@nmirf/contracts/members/own-membership';
import type { ApiClient } from './client.js';

/** A node's own place in the network: its mechanism's record and its keys. */
export const readMembership = (client: ApiClient, signal?: AbortSignal): Promise<OwnMembership> =>
  client.ask(ownMembership, '/api/membership', { signal });

/** Has a key made that others encrypt to, and announced. */
export const announceAgreementKey = (client: ApiClient): Promise<void> => client.tell('/api/membership/keys/agreement', { method: 'POST' });

/** Has another key made and announced. */
export const rotateKey = (client: ApiClient, use: RenewableUse): Promise<void> =>
  client.tell(`/api/membership/keys/${use}/rotation`, { method: 'POST' });
