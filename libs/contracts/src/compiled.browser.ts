import type { ZodType } from 'zod';

/** The schema as it is: no page may make code (SECURITY.md), and one message is soon read. */
export const compiled =
  <Schema extends ZodType>(schema: Schema): (() => Schema) =>
  () =>
    schema;
