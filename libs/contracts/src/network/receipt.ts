import { z } from 'zod';
import { problemDocument } from '../http/problem.js';
import { chainHead } from './envelope.js';
import { hash, nodeId } from './names.js';

/** What became of one message of a batch. After `gap`, `fork` and `rejected` the hub looked at no further line. */
export const receiptEntry = z.object({
  epoch: z.int(),
  seq: z.int(),
  hash,
  status: z.enum(['accepted', 'duplicate', 'gap', 'fork', 'rejected']),
  pos: z.int().min(0).optional(),
  problem: problemDocument.optional(),
});
export type ReceiptEntry = z.infer<typeof receiptEntry>;

/** The payload of a signed receipt: the hub can later neither deny what it took nor why it refused. */
export const receipt = z.object({
  network: hash,
  to: nodeId,
  batch: hash,
  entries: z.array(receiptEntry).max(100),
  head: chainHead.optional(),
  size: z.int().min(0),
  time: z.iso.datetime(),
});
export type Receipt = z.infer<typeof receipt>;
