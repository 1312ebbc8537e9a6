import { z } from 'zod';

export const fieldAction = z.enum(['keep', 'enumerate', 'generalise', 'text', 'count', 'drop']).meta({ id: 'FieldAction' });
export type FieldAction = z.infer<typeof fieldAction>;

/** A field policy as a whole: what a report names by its version, and a reader's page says in plain words. */
export interface PublicationPolicy {
  /** What becomes of each field of a record; a field that is not named is dropped and counted. */
  readonly fields: Readonly<Record<string, FieldAction>>;
  /** The smallest count of people that is published (ONS, CMS). */
  readonly smallestCell: number;
  /** The least a node may lower that to, with two approvals (OECD, UNECE). */
  readonly floor: number;
  /** Published counts and percentages are multiples of it. */
  readonly rounding: number;
  /** How many practices of the mechanism have to look alike beside their texts (EMA), and how many types are among them. */
  readonly k: number;
  readonly l: number;
  /** Years a period counts when the year alone tells too much. */
  readonly period: number;
}

/** Every policy that a report may name. One that was used is never changed: a new rule is a new version. */
export const publicationPolicies: Readonly<Record<string, PublicationPolicy>> = {
  '1.1': {
    fields: {
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
    },
    smallestCell: 10,
    floor: 5,
    rounding: 5,
    k: 11,
    l: 2,
    period: 5,
  },
};
