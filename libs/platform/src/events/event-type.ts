import type { z } from 'zod';

/** A kind of fact: a stable name and the shape of what it says. */
export interface EventType<Payload> {
  readonly name: string;
  readonly schema: z.ZodType<Payload>;
}

export type PayloadOf<Type> = Type extends EventType<infer Payload> ? Payload : never;

export const eventType = <Payload>(name: string, schema: z.ZodType<Payload>): EventType<Payload> => ({ name, schema });
