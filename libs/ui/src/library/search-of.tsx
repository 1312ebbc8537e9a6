import type { z } from 'zod';

type Fields = Readonly<Record<string, z.ZodType>>;

/** Reads the filters of an address by their fields; what does not fit is left out. */
export const searchOf = <Of extends Fields>(fields: Of, search: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const given = search[name];
      // The router reads `?q=12` as a number.
      const read = field.safeParse(name === 'q' && typeof given === 'number' ? String(given) : given);
      return read.success && read.data !== undefined && read.data !== '' ? [[name, read.data]] : [];
    }),
  ) as { readonly [Name in keyof Of]?: Exclude<z.output<Of[Name]>, undefined> };
