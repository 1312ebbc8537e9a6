import { z } from 'zod';

/**
 * What a file tells of people beside its content: who wrote it first and last, who is named as manager or organisation, and whose comments
 * and tracked changes are in it; of a photograph, who took it, who is marked on it, what its caption says, and the place it was taken at (a
 * name, or latitude and longitude in degrees).
 */
export const traceKind = z.enum(['author', 'editor', 'manager', 'organisation', 'comments', 'changes', 'shown', 'caption', 'place']);
export type TraceKind = z.infer<typeof traceKind>;
export const MAX_TRACES = 50;

/** `complete` is false where some of it cannot be read: the file is locked, larger than is looked through, or names more than are told. */
export const fileTraces = z
  .object({ traces: z.array(z.object({ kind: traceKind, name: z.string().max(200) })).max(MAX_TRACES), complete: z.boolean() })
  .meta({ id: 'FileTraces' });
export type FileTraces = z.infer<typeof fileTraces>;
