import type { RenewableUse } from '@nmirf/contracts/members/key-changes';
import { ownMembership, type OwnMembership } from '@nmirf/contracts/members/own-membership';
import type { ApiClient } from './client.js';

/** A node's own place in the network: its mechanism's record and its keys. */
export const readMembership = (client: ApiClient, signal?: AbortSignal): Promise<OwnMembership> =>
  client.ask(ownMembership, '/api/membership', { signal });

/** Has another key made and announced. */
export const rotateKey = (client: ApiClient, use: RenewableUse): Promise<void> =>
  client.tell(`/api/membership/keys/${use}/rotation`, { method: 'POST' });
