import express, { type RequestHandler } from 'express';

/** A media type whose bodies routes take as a `Buffer`, for signatures over the bytes that travelled. */
export interface RawBody {
  readonly type: string;
  /** Bytes, as a number or such as `4mb`; more is refused with `request/too-large`. */
  readonly limit: string | number;
}

/** JSON up to 1 MiB, and the raw types a server asks for. Compressed bodies are refused: nobody sends them, and they can explode. */
export const bodyParsers = (rawBodies: readonly RawBody[] = []): RequestHandler[] => [
  ...rawBodies.map(({ type, limit }) => express.raw({ type, limit, inflate: false })),
  express.json({ limit: '1mb', inflate: false }),
];
