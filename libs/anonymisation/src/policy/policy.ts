import { createHash } from 'node:crypto';
import { publicationPolicies, type PublicationPolicy } from '@nmirf/contracts/practices/policy';
import type { EntityType } from '@nmirf/contracts/practices/report';

/** The policy this gate publishes by. */
const VERSION = '1.1';
/** The oldest policy the hub still takes. */
export const OLDEST_POLICY = '1.1';

const policy = publicationPolicies[VERSION] as PublicationPolicy;
export const { fields: fieldPolicy, smallestCell: SMALLEST_CELL, floor: FLOOR, rounding: ROUNDING } = policy;
export const { k: ENOUGH_ALIKE, l: ENOUGH_TYPES, period: PERIOD } = policy;

const digests: ReadonlyMap<string, string> = new Map(
  Object.entries(publicationPolicies).map(([version, rules]) => [
    version,
    createHash('sha256').update(JSON.stringify(rules)).digest('base64url'),
  ]),
);

/** SHA-256 of a policy, unpadded base64url; `undefined` for a version that is not known here. */
export const policyDigest = (version: string): string | undefined => digests.get(version);

/** What a report says of the policy. */
export const POLICY = { version: VERSION, digest: policyDigest(VERSION) ?? '' } as const;

export type Decision = 'mask' | 'generalise' | 'allow';

/** What happens to a type when nobody decides otherwise. */
export const usual = (type: EntityType): Exclude<Decision, 'allow'> =>
  type === 'date' || type === 'age' || type === 'number' || type === 'organisation' || type === 'place' ? 'generalise' : 'mask';

const parts = (version: string): readonly [number, number] => {
  const [major = '', minor = ''] = version.split('.');
  return [Number(major), Number(minor)];
};

/** Whether a policy version, "major.minor", is at least another. A version that cannot be read is not. */
export const isAtLeast = (version: string, oldest: string): boolean => {
  if (!/^\d{1,4}\.\d{1,4}$/.test(version)) return false;
  const [[major, minor], [oldMajor, oldMinor]] = [parts(version), parts(oldest)];
  return major > oldMajor || (major === oldMajor && minor >= oldMinor);
};

/** The confidential narrative: no run of its words may stand in the summary. */
export const privateFields = [
  'context',
  'problem',
  'participation',
  'steps',
  'resources',
  'limits',
  'inclusion',
  'sustainability',
  'transferability',
] as const;
