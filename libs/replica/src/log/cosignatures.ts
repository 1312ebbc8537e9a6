import type { NodeId } from '@nmirf/contracts/network/names';
import { type Note, signatureLine, signaturesBy } from '@nmirf/federation/note';
import type { Trust } from '@nmirf/federation/trust';
import { type Witness, witnessed, witnessesOf, witnessKey } from '@nmirf/federation/witness';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { LogCheckpoint } from './log-checkpoint.entity.js';

const KEEP = `
  insert into log_cosignature (size, witness, line) select $1, witness, line from json_to_recordset($2) as given(witness text, line text)
  on conflict (size, witness) do update set line = excluded.line`;

/** Behind a witnessed checkpoint older words say nothing more; and a region that never answers does not let the table grow. */
const FORGET = `
  delete from log_cosignature where size < greatest($1::bigint,
    coalesce((select size from log_checkpoint order by size desc offset 1000 limit 1), 0))`;

const BY_SIZE = 'select size, array_agg(witness) as witnesses from log_cosignature group by size order by size desc limit 1000';

/** The members' cosignatures under this server's checkpoints. */
@Injectable()
export class Cosignatures {
  constructor(private readonly db: DataSource) {}

  /** Keeps those lines of `note` that active members signed with their `wit` keys; answers whose. */
  async keep(tx: EntityManager, size: number, note: Note, trust: Trust): Promise<Witness[]> {
    const witnesses = witnessesOf(note, trust);
    if (witnesses.length === 0) return [];
    await tx.query(KEEP, [size, JSON.stringify(witnesses.map((witness) => ({ witness: witness.id, line: lineOf(note, witness) })))]);
    await tx.query(FORGET, [await this.witnessedSize(trust, tx)]);
    return witnesses;
  }

  /** The checkpoint with every cosignature under it. */
  async noteOf({ size, note }: Pick<LogCheckpoint, 'size' | 'note'>, tx: EntityManager = this.db.manager): Promise<string> {
    const rows: { line: string }[] = await tx.query('select line from log_cosignature where size = $1 order by witness', [size]);
    return note + rows.map(({ line }) => line).join('');
  }

  /** The size of the newest checkpoint that is witnessed under the policy; 0 before there is one. */
  async witnessedSize(trust: Trust, tx: EntityManager = this.db.manager): Promise<number> {
    const rows: { size: string; witnesses: NodeId[] }[] = await tx.query(BY_SIZE);
    const found = rows.find(
      ({ witnesses }) =>
        witnessed(
          trust,
          witnesses.map((id) => ({ id })),
        ).holds,
    );
    return Number(found?.size ?? 0);
  }
}

const lineOf = (note: Note, { id, x }: Witness): string => signaturesBy(note, witnessKey(id, x)).map(signatureLine).join('');
