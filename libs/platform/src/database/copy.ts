import { finished } from 'node:stream/promises';
import { from } from 'pg-copy-streams';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';

/** One column of a bulk insert: its name, how its values are written, and where they come from. */
export interface CopyColumn<Row> {
  readonly name: string;
  readonly as: keyof typeof WRITERS;
  readonly of: (row: Row) => string | number | boolean | Uint8Array | null | undefined;
}

/** Writes a field at an offset and returns how many bytes it took: at most what `room` says. */
interface Writer {
  readonly room: (value: never) => number;
  readonly write: (into: Buffer, at: number, value: never) => number;
}

const WRITERS = {
  bigint: { room: () => 8, write: (into, at, value: number) => into.writeBigInt64BE(BigInt(value), at) - at },
  int: { room: () => 4, write: (into, at, value: number) => into.writeInt32BE(value, at) - at },
  boolean: { room: () => 1, write: (into, at, value: boolean) => into.writeUInt8(value ? 1 : 0, at) - at },
  text: { room: (value: string) => value.length * 3, write: (into, at, value: string) => into.write(value, at, 'utf8') },
  /** Text of ASCII alone, which most of what a log holds is: a third of the room, and no look at every character. */
  ascii: { room: (value: string) => value.length, write: (into, at, value: string) => into.write(value, at, 'latin1') },
  bytes: {
    room: (value: Uint8Array) => value.length,
    write: (into, at, value: Uint8Array) => {
      into.set(value, at);
      return value.length;
    },
  },
} as const satisfies Record<string, Writer>;

/** PostgreSQL 18, COPY, "Binary Format": signature, flags and the length of an extension; each row its number of fields. */
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const TRAILER = Buffer.from([0xff, 0xff]);
const CHUNK = 65_536;

/**
 * Inserts many rows at once (COPY in the binary format). Rows go into buffers one by one: one string or parameter that holds them all
 * costs several times what the insert itself does.
 */
export async function copyRows<Row>(
  tx: EntityManager,
  table: string,
  columns: readonly CopyColumn<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const client = (await tx.queryRunner!.connect()) as pg.ClientBase;
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const stream = client.query(from(`copy ${table} (${names}) from stdin with (format binary)`));
  stream.write(HEADER);
  for (const chunk of chunksOf(columns, rows)) stream.write(chunk);
  stream.end(TRAILER);
  await finished(stream);
}

function* chunksOf<Row>(columns: readonly CopyColumn<Row>[], rows: readonly Row[]): Generator<Buffer> {
  let chunk = Buffer.allocUnsafe(CHUNK);
  let end = 0;
  for (const row of rows) {
    const values = columns.map(({ of }) => of(row));
    const room = columns.reduce((sum, { as }, i) => sum + 4 + roomOf(as, values[i]), 2);
    if (end + room > chunk.length) {
      if (end > 0) yield chunk.subarray(0, end);
      [chunk, end] = [Buffer.allocUnsafe(Math.max(CHUNK, room)), 0];
    }
    end = chunk.writeInt16BE(columns.length, end);
    for (const [i, { as }] of columns.entries()) end = writeField(chunk, end, as, values[i]);
  }
  if (end > 0) yield chunk.subarray(0, end);
}

type Value = ReturnType<CopyColumn<unknown>['of']>;

const roomOf = (as: keyof typeof WRITERS, value: Value): number =>
  value === undefined || value === null ? 0 : WRITERS[as].room(value as never);

function writeField(into: Buffer, at: number, as: keyof typeof WRITERS, value: Value): number {
  if (value === undefined || value === null) return into.writeInt32BE(-1, at);
  const length = WRITERS[as].write(into, at + 4, value as never);
  return into.writeInt32BE(length, at) + length;
}
