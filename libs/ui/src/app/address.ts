import { logCheckpointsQuery } from '@nmirf/contracts/network/log';
import { stringifySearchWith } from '@tanstack/react-router';
import type { z } from 'zod';

type Given = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, z.ZodType>>;
type Search<Of extends Fields> = { readonly [Name in keyof Of]?: z.output<Of[Name]> | undefined };

/**
 * For the options of a router. An address is text: `?q=12`, `?q=true` and `?q={"a":1}` hold words like any others, as a form sends them
 * that no script reads. A name that stands there more than once has all its values.
 */
export const plainAddresses = {
  parseSearch: (text: string): Record<string, string | string[]> => {
    const given = new URLSearchParams(text);
    return Object.fromEntries(
      [...new Set(given.keys())].map((name) => {
        const [first = '', ...more] = given.getAll(name);
        return [name, more.length === 0 ? first : [first, ...more]];
      }),
    );
  },
  stringifySearch: stringifySearchWith(String),
};

/**
 * For `validateSearch`: reads what an address holds by the fields of its page. The router lays the answer over all that the address
 * holds, so whatever fits no field is `undefined` in it: left out, it would reach the page as it stands in the address.
 */
export const searchOf =
  <Of extends Fields>(fields: Of) =>
  (given: Given): Search<Of> =>
    Object.fromEntries(
      Object.entries(given).map(([name, value]) => {
        const field = Object.hasOwn(fields, name) && value !== '' ? fields[name] : undefined;
        return [name, field?.safeParse(value).data];
      }),
    ) as Search<Of>;

/** The cursor of a list in the order of the log. */
export const logPosition = logCheckpointsQuery.shape.after.unwrap().transform(String);

/** Whether anything narrows a list: what is read of an address may be there as `undefined`. */
export const narrows = (filters: object): boolean => Object.values(filters).some((value) => value !== undefined);
