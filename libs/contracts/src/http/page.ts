import { z } from 'zod';

/** The query of every list: a keyset cursor and a limit. */
export const pageQuery = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
/** The same for lists whose cursor is an id. */
export const idPageQuery = pageQuery.extend({ after: z.uuid().optional() });
export type PageQuery = z.infer<typeof pageQuery>;

/** A page of `item`s; `next` is the cursor of the page that follows, absent on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().optional(), total: z.int().optional() });
