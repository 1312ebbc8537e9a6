import { z } from 'zod';
import { hash, nodeId, sourceId } from './names.js';

const position = z.int().min(0);
const file = {
  /** The file's name in the bundle's folder. */
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/),
  bytes: z.int().min(0),
  sha256: hash,
};

/** Pages of the log one behind another (docs/protocol.md §5), compressed with gzip: the leaves from `from` to before `next`. */
export const bundlePart = z.object({ ...file, from: position, next: position, withheld: position });
export type BundlePart = z.infer<typeof bundlePart>;
export const bundleFile = z.object(file);
export type BundleFile = z.infer<typeof bundleFile>;

/**
 * What is in a bundle: the log as whoever made it (`by`) holds it, `size` leaves under `checkpoint` with its cosignatures; from a node the
 * messages that wait to be published (`outbox`); from the hub its receipts for one member.
 */
export const bundleManifest = z.object({
  network: hash,
  by: sourceId,
  at: z.iso.datetime(),
  size: position,
  checkpoint: z.string().max(100_000),
  parts: z.array(bundlePart).max(100_000),
  outbox: bundleFile.optional(),
  receipts: bundleFile.extend({ to: nodeId }).optional(),
});
export type BundleManifest = z.infer<typeof bundleManifest>;
