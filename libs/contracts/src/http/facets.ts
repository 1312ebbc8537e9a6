import { z } from 'zod';

/** Hits are counted up to so many, the newest first: counting all that have a common word would cost a reader seconds. */
export const MOST_COUNTED = 10_000;

const value = z.object({ value: z.string(), count: z.int() });

/**
 * How many hits the filters find, and how many each value of a facet would leave: a facet is counted with every filter but its own, so
 * that a reader sees what choosing another value brings.
 */
export const facetsOf = <Facet extends z.ZodEnum>(facet: Facet) =>
  z.object({
    total: z.int().max(MOST_COUNTED),
    isMore: z.boolean().describe('Whether there are more than `total` says, which is then as many as are counted.'),
    newestOnly: z.array(facet).describe('The facets that are counted among the newest hits alone, as many as `total` can say.'),
    facets: z.record(facet, z.array(value)),
  });

/** The same for facets of these names. */
export interface Facets<Facet extends string> {
  readonly total: number;
  readonly isMore: boolean;
  readonly newestOnly: Facet[];
  readonly facets: Record<Facet, z.infer<typeof value>[]>;
}
