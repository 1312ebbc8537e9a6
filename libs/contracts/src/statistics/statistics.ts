import { z } from 'zod';
import { withdrawalReason } from '../content/withdrawal.js';
import { mechanism } from '../members/mechanism.js';
import { hash, nodeId } from '../network/names.js';
import { logPlace } from '../practices/library.js';
import { position } from '../recommendations/recommendation.js';

/** What recommendations are counted by, beside the State's position on them. */
export const statisticsKind = z.enum(['themes', 'bodies']).meta({ id: 'StatisticsKind' });
export type StatisticsKind = z.infer<typeof statisticsKind>;

/** What a message about tables has for its subject. A withdrawal takes back what was published up to it; a later table opens the subject again. */
export const statisticsSubject = z.templateLiteral(['statistics:', statisticsKind]);

const count = z.int().min(0).max(1e12);
/** A theme or a body, as the documents of the United Nations spell it; empty where a recommendation names none. */
const label = z.string().max(200);

/**
 * Recommendations by theme or body (rows) and position (columns). A cell is `null` where the count is withheld; counts and totals are
 * rounded to base 5, each on its own (policy of publication).
 */
export const statisticsTable = z
  .strictObject({
    rows: z.array(label).min(1).max(100),
    columns: z.array(position).min(1).max(4),
    cells: z.array(z.array(count.nullable()).max(4)).max(100),
    rowTotals: z.array(count).max(100),
    columnTotals: z.array(count).max(4),
    total: count,
  })
  .meta({ id: 'StatisticsTable' });
export type StatisticsTable = z.infer<typeof statisticsTable>;

/** What was withheld: counts that are small, counts that cover for those, and whole lines. */
const suppressed = z.strictObject({ small: count, cover: count, lines: count });

/** Data of `statistics.published.v1`. A later version replaces the earlier one of the same kind by the same mechanism. */
export const statisticsPublished = z
  .strictObject({
    kind: statisticsKind,
    version: z.int().min(1),
    day: z.iso.date(),
    /** `digest` is the SHA-256 of `JSON.stringify` of the policy of that version. */
    policy: z.strictObject({ version: z.string().max(9), digest: hash }),
    table: statisticsTable,
    suppressed,
  })
  .meta({ id: 'StatisticsPublished' });
export type StatisticsPublished = z.infer<typeof statisticsPublished>;

/** A table as the network shows it: whose it is, and where it stands in the log. */
export const networkStatistics = statisticsPublished
  .extend({ source: nodeId, mechanism: mechanism.optional(), place: logPlace })
  .meta({ id: 'NetworkStatistics' });
export type NetworkStatistics = z.infer<typeof networkStatistics>;
/** A table that its mechanism took back and has not replaced. */
export const withdrawnStatistics = z
  .object({ source: nodeId, mechanism: mechanism.optional(), kind: statisticsKind, reason: withdrawalReason, at: z.iso.datetime() })
  .meta({ id: 'WithdrawnStatistics' });
export type WithdrawnStatistics = z.infer<typeof withdrawnStatistics>;
export const statisticsList = z
  .object({ items: z.array(networkStatistics), withdrawn: z.array(withdrawnStatistics) })
  .meta({ id: 'StatisticsList' });
export type StatisticsList = z.infer<typeof statisticsList>;

/** What would be published of a mechanism's own counts, what would be withheld and why, and whether it may leave now. */
export const statisticsPreview = z
  .object({
    kind: statisticsKind,
    /** The counts themselves, which stay at the mechanism. */
    counted: z.object({ rows: z.array(z.string()), columns: z.array(position), cells: z.array(z.array(z.int())) }),
    /** Absent when nothing can be published safely. */
    table: statisticsTable.optional(),
    suppressed,
    /** The smallest count of people that leaves under the policy of this node. */
    smallestCell: z.int(),
    /** Rows and columns left out whole. */
    left: z.array(z.string()),
    obstacle: z.object({ code: z.string(), detail: z.string() }).optional(),
    /** The first day on which it may leave. */
    from: z.iso.date().optional(),
    /** A release binds to it. */
    digest: hash.optional(),
    /** The last release. It counts as released also when it was taken back: what was read once can be subtracted. */
    published: z
      .object({
        version: z.int(),
        day: z.iso.date(),
        withdrawn: z.object({ reason: withdrawalReason, at: z.iso.datetime() }).optional(),
      })
      .optional(),
  })
  .meta({ id: 'StatisticsPreview' });
export type StatisticsPreview = z.infer<typeof statisticsPreview>;

export const statisticsRelease = z.object({ digest: hash }).meta({ id: 'StatisticsRelease' });
export type StatisticsRelease = z.infer<typeof statisticsRelease>;
