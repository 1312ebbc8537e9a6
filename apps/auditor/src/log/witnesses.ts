import type { NodeId } from '@nmirf/contracts/network/names';
import { cosignatureBy } from '@nmirf/federation/cosignature';
import { type Note, signaturesBy } from '@nmirf/federation/note';
import { goodKeys, memberList, type Trust } from '@nmirf/federation/trust';
import { witnessKey } from '@nmirf/federation/witness';
import type { CheckBook } from '../checks.js';

/** A member that says to have verified the checkpoint, at `time` (Unix seconds). */
export interface WitnessLine {
  readonly id: NodeId;
  readonly time: number;
}

/** The members whose good `wit` key cosigned a checkpoint. Their lines must hold; lines of strangers are left alone. */
export function checkWitnesses({ note, size }: { note: Note; size: number }, trust: Trust, book: CheckBook): WitnessLine[] {
  return memberList(trust).flatMap(({ id }) =>
    goodKeys(trust, id, 'wit', size).flatMap(({ x }) => {
      const key = witnessKey(id, x);
      if (signaturesBy(note, key).length === 0) return [];
      const cosignature = cosignatureBy(note, key);
      book.judge(cosignature !== undefined, { check: 'cosignatures', reason: 'signature-invalid', position: size, detail: id });
      return cosignature ? [{ id, time: cosignature.time }] : [];
    }),
  );
}
