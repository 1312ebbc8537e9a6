import { hash } from 'node:crypto';
import type { PracticeSummary } from '@nmirf/contracts/practices/summary';
import type { ResourceSummary } from '@nmirf/contracts/resources/resource';

/** SHA-256 of `JSON.stringify(summary)` in UTF-8, unpadded base64url: what an approval binds to and a report carries. */
export const digestOf = (summary: PracticeSummary | ResourceSummary): string => hash('sha256', JSON.stringify(summary), 'base64url');
