import { type Takedown, type Tombstone, tombstone, type Withdrawal } from '@nmirf/contracts/content/withdrawal';
import { practiceView, type PracticeView } from '@nmirf/contracts/practices/authoring';
import type { ApiClient } from './client.js';
import { ApiProblem } from './problem.js';

/** Takes every published version of a practice of one's own back, everywhere. */
export const withdrawPractice = (client: ApiClient, id: string, withdrawal: Withdrawal): Promise<PracticeView> =>
  client.ask(practiceView, `/api/practices/${encodeURIComponent(id)}/withdrawal`, { method: 'POST', body: withdrawal });

/** Proposes to the executive committee that content be erased. */
export const proposeTakedown = (client: ApiClient, takedown: Takedown): Promise<void> =>
  client.tell('/api/takedowns', { method: 'POST', body: takedown });

/** What is left of something that was taken back, when that is why it could not be read. */
export const tombstoneOf = (error: unknown): Tombstone | undefined =>
  error instanceof ApiProblem && error.status === 410 ? tombstone.safeParse(error.document['tombstone']).data : undefined;
