import { cosignatureBy } from '@nmirf/federation/cosignature';
import { rawKey } from '@nmirf/federation/keys';
import { type Note, noteKey, noteTypes } from '@nmirf/federation/note';
import { goodKeys, memberList, type Trust } from '@nmirf/federation/trust';
import type { CheckBook } from '../checks.js';
import { equalHashes } from './hashes.js';

/** A member that says to have verified the checkpoint, at `time` (Unix seconds). */
export interface Witness {
  readonly id: string;
  readonly time: number;
}

/** Who cosigned a checkpoint with its `wit` key, under its node id or a name that ends with it. Strangers' lines are left alone. */
export function witnessesOf({ note, size }: { note: Note; size: number }, trust: Trust, book: CheckBook): Witness[] {
  const names = [...new Set(note.signatures.map(({ name }) => name))];
  return names.flatMap((name) => {
    const member = memberList(trust).find(({ id }) => name.split('/').at(-1) === id);
    const witness = member && witnessNamed(name, member.id, { note, size }, trust, book);
    return witness ? [witness] : [];
  });
}

function witnessNamed(
  name: string,
  id: string,
  { note, size }: { note: Note; size: number },
  trust: Trust,
  book: CheckBook,
): Witness | undefined {
  for (const { x } of goodKeys(trust, id, 'wit', size)) {
    const key = noteKey(name, rawKey(x)!, noteTypes.cosignature);
    if (!note.signatures.some((line) => line.name === name && equalHashes(line.keyId, key.keyId))) continue;
    const cosignature = cosignatureBy(note, key);
    book.judge(cosignature !== undefined, { check: 'cosignatures', reason: 'signature-invalid', position: size, detail: id });
    if (cosignature) return { id, time: cosignature.time };
  }
  return undefined;
}
