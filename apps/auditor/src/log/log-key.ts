import { rawKey } from '@nmirf/federation/keys';
import { type NoteKey, noteKey } from '@nmirf/federation/note';
import { goodKeys, type Trust } from '@nmirf/federation/trust';

/** The key that signs checkpoints of this size, as the log itself says; undefined where it has taken trust from it. */
export function logKeyAt(trust: Trust, size: number): NoteKey | undefined {
  const [key] = goodKeys(trust, 'hub', 'log', size);
  return key && noteKey(trust.origin, rawKey(key.x)!);
}
