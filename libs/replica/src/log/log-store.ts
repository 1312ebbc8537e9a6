import type { Audience } from '@nmirf/contracts/network/envelope';
import { isGovernance } from '@nmirf/contracts/network/message-types';
import { Frontier } from '@nmirf/federation/tree';
import { type CopyColumn, copyRows } from '@nmirf/platform/database/copy';
import { type Part, together } from '@nmirf/platform/database/together';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audienceText } from './audience-text.js';
import { completeTiles } from './tile-store.js';

/** A leaf about to be written, with its message where this reader may hold it. */
export interface NewEntry {
  readonly leaf: string;
  readonly source: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly receivedMs: number;
  readonly type?: string | undefined;
  readonly audience?: Audience | undefined;
  readonly jws?: string | undefined;
  readonly why?: string | undefined;
}

/** How long this copy of the log is, and the tree at that size. */
export interface LogHead {
  readonly size: number;
  readonly frontier: Frontier;
  readonly governanceAt: number;
  readonly receivedMs: number;
}

export interface StoredEntry {
  readonly pos: number;
  readonly leaf: string;
  readonly audience: string;
  readonly jws: string | null;
  readonly why: string | null;
}

type EntryRow = Omit<StoredEntry, 'pos'> & { readonly pos: string };

const entryOf = (row: EntryRow): StoredEntry => ({ ...row, pos: Number(row.pos) });

const isOfGovernance = ({ type }: NewEntry): boolean => type !== undefined && isGovernance(type);

/** The row that says how long the log is. */
export interface StateRow {
  readonly size: string;
  readonly frontier: Buffer;
  readonly governance_at: string;
  readonly received_ms: string;
}

/** The columns of `StateRow`. */
export const STATE = 'state.size, state.frontier, state.governance_at, state.received_ms';

/** What such a row says. */
export const headOf = ({ size, frontier, governance_at, received_ms }: StateRow): LogHead => ({
  size: Number(size),
  frontier: Frontier.fromBytes(frontier),
  governanceAt: Number(governance_at),
  receivedMs: Number(received_ms),
});

/** What the statement answered that wrote entries, beside what its other parts answer. */
export interface Appended {
  /** The leaves as they stand in the table, where they were few. */
  readonly leaves?: readonly string[];
}

type Row = NewEntry & { readonly pos: number };

/** Leaves, types, audiences and messages are ASCII by their schemas. */
const COLUMNS: readonly CopyColumn<Row>[] = [
  { name: 'pos', as: 'bigint', of: ({ pos }) => pos },
  { name: 'leaf', as: 'ascii', of: ({ leaf }) => leaf },
  { name: 'source', as: 'ascii', of: ({ source }) => source },
  { name: 'epoch', as: 'int', of: ({ epoch }) => epoch },
  { name: 'seq', as: 'int', of: ({ seq }) => seq },
  { name: 'hash', as: 'bytes', of: ({ hash }) => hash },
  { name: 'type', as: 'ascii', of: ({ type }) => type },
  { name: 'governance', as: 'boolean', of: isOfGovernance },
  { name: 'audience', as: 'ascii', of: ({ audience = '*' }) => audienceText(audience) },
  { name: 'jws', as: 'ascii', of: ({ jws }) => jws },
  { name: 'why', as: 'ascii', of: ({ why }) => why },
];

/** Where the log and each sender stand: $1 to $4 are the state, $5 the heads. */
const ADVANCE = `
  state as (update log_state set size = $1, frontier = $2, governance_at = $3, received_ms = $4 where id = 1),
  heads as (
    insert into source_head (source, epoch, seq, hash)
    select source, epoch, seq, decode(hash, 'hex') from json_to_recordset($5) as head(source text, epoch int, seq int, hash text)
    on conflict (source) do update set epoch = excluded.epoch, seq = excluded.seq, hash = excluded.hash)`;

/** Few entries travel with all the rest in one statement; for many, a bulk copy is cheaper. */
const FEW = 20;
const APPEND_FEW = `
  entries as (
    insert into log_entry (pos, leaf, source, epoch, seq, hash, type, governance, audience, jws, why)
    select pos, leaf, source, epoch, seq, decode(hash, 'hex'), type, governance, audience, jws, why
      from json_to_recordset($1) as entry(pos bigint, leaf text, source text, epoch int, seq int, hash text, type text, governance boolean,
           audience text, jws text, why text)
    returning pos, leaf)`;

/** Reads and extends this server's copy of the log. Every write takes the row lock of `head(tx, 'write')`. */
@Injectable()
export class LogStore {
  /** The head of the log; with `write`, locked until the transaction ends, which makes this the only writer. */
  async head(tx: EntityManager, mode: 'read' | 'write' = 'read'): Promise<LogHead> {
    const [row]: StateRow[] = await tx.query(`select ${STATE} from log_state state where id = 1 ${mode === 'write' ? 'for update' : ''}`);
    return headOf(row!);
  }

  /** Writes `entries` behind `head`; `frontier` is the tree that holds them. `beside`: what the statement that does so does as well. */
  async append<Answer = unknown>(
    tx: EntityManager,
    head: LogHead,
    frontier: Frontier,
    entries: readonly NewEntry[],
    beside: readonly Part[] = [],
  ): Promise<Appended & Answer> {
    const rows = entries.map((entry, i) => ({ ...entry, pos: head.size + i }));
    const next = {
      size: head.size + entries.length,
      frontier,
      governanceAt: rows.findLast(isOfGovernance)?.pos ?? head.governanceAt,
      receivedMs: entries.at(-1)?.receivedMs ?? head.receivedMs,
    };
    const heads = new Map(rows.map((row) => [row.source, row]));
    const advance = { text: ADVANCE, values: [...stateOf(next), JSON.stringify([...heads.values()].map(inJson))] };
    const isFew = rows.length <= FEW;
    if (!isFew) await copyRows(tx, 'log_entry', COLUMNS, rows);
    const { text, values } = together([...(isFew ? [fewOf(rows)] : []), advance, ...beside]);
    const [answer]: (Appended & Answer)[] = await tx.query(text, values);
    await completeTiles(tx, head.size, next.size);
    return answer!;
  }

  /** What is here of one source's messages at the positions [from, end), at most `limit`, in order. */
  async entriesOf(tx: EntityManager, source: string, [from, end]: readonly [number, number], limit: number): Promise<StoredEntry[]> {
    const rows: EntryRow[] = await tx.query(
      `select pos, leaf, audience, jws, why from log_entry
        where source = $1 and pos >= $2 and pos < $3 and jws is not null order by pos limit $4`,
      [source, from, end, limit],
    );
    return rows.map(entryOf);
  }

  /** Entries from `from`, at most `limit`, in order. */
  async entries(tx: EntityManager, from: number, limit: number): Promise<StoredEntry[]> {
    const rows: EntryRow[] = await tx.query('select pos, leaf, audience, jws, why from log_entry where pos >= $1 order by pos limit $2', [
      from,
      limit,
    ]);
    return rows.map(entryOf);
  }
}

/** An entry as it stands in the table at `pos`. */
export const storedAt = ({ leaf, audience = '*', jws, why }: NewEntry, pos: number): StoredEntry => ({
  ...{ pos, leaf, audience: audienceText(audience) },
  ...{ jws: jws ?? null, why: why ?? null },
});

const fewOf = (rows: readonly Row[]): Part => ({
  ...{ text: APPEND_FEW, values: [JSON.stringify(rows.map(inJson))] },
  answers: '(select json_agg(leaf order by pos) from entries) as leaves',
});

const stateOf = ({ size, frontier, governanceAt, receivedMs }: LogHead): unknown[] => [
  size,
  Buffer.from(frontier.toBytes()),
  governanceAt,
  receivedMs,
];

const inJson = (row: Row) => ({
  ...{ ...row, hash: Buffer.from(row.hash).toString('hex') },
  ...{ governance: isOfGovernance(row), audience: audienceText(row.audience ?? '*') },
});
