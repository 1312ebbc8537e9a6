import { ownMembership, type OwnMembership } from '@nmirf/contracts/members/own-membership';
import type { ApiClient } from './client.js';

/** A node's own place in the network: its mechanism's record and its keys. */
export const readMembership = (client: ApiClient, signal?: AbortSignal): Promise<OwnMembership> =>
  client.ask(ownMembership, '/api/membership', { signal });
