import type { EntityType } from '@nmirf/contracts/practices/report';

/** The rules below, as a reader of a report finds them. Raised whenever a rule changes. */
export const POLICY = '1.0';
/** The oldest policy the hub still takes. */
export const OLDEST_POLICY = '1.0';
export const ENGINE = 'nmirf-anonymisation/1.0';

/** The smallest count of people that is published (ONS, CMS). */
export const SMALLEST_CELL = 10;
/** The least a node may lower that to, with two approvals (OECD, UNECE). */
export const FLOOR = 5;
/** Published counts and percentages are multiples of it. */
export const ROUNDING = 5;

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

type Action = 'keep' | 'enumerate' | 'generalise' | 'text' | 'count' | 'drop';

/** What becomes of each field of a record; a field that is not named here is dropped and counted. */
export const fieldPolicy: Readonly<Record<string, Action>> = {
  originalLanguage: 'keep',
  country: 'keep',
  attribution: 'keep',
  title: 'text',
  summary: 'text',
  'buildingBlocks.title': 'text',
  'buildingBlocks.description': 'text',
  'buildingBlocks.enablingFactors': 'drop',
  'buildingBlocks.lessons': 'drop',
  'buildingBlocks.dependencies': 'drop',
  type: 'keep',
  stage: 'enumerate',
  from: 'generalise',
  to: 'generalise',
  capacities: 'keep',
  themes: 'keep',
  bodies: 'keep',
  affectedPersons: 'keep',
  sdgs: 'keep',
  institutions: 'enumerate',
  results: 'count',
  recommendations: 'keep',
  context: 'drop',
  problem: 'drop',
  participation: 'drop',
  steps: 'drop',
  resources: 'drop',
  limits: 'drop',
  inclusion: 'drop',
  sustainability: 'drop',
  transferability: 'drop',
  informationSystems: 'drop',
  contacts: 'drop',
  internalNotes: 'drop',
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
