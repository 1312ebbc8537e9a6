import { fromBase64, toBase64 } from './base64url.js';
import { cosign, cosignatureBy } from './cosignature.js';
import {
  formatNote,
  isNoteName,
  isSignedBy,
  type Note,
  type NoteKey,
  noteKey,
  noteTypes,
  parseNote,
  signatureLine,
  signaturesBy,
  signText,
} from './note.js';
import { ProtocolProblem } from './problems.js';

/** C2SP tlog-checkpoint: the size and root of a log, as its origin signs them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** Lines behind the root, in order; kept because they are signed. */
  readonly extensions: readonly string[];
}

/** A checkpoint with the note that carries it; the log's signature has been verified. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: Note;
}

/** The text of a checkpoint, which is what gets signed. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, String(size), toBase64(root), ...extensions, ''].join('\n');
}

const CHECKPOINT = /^([^\n]+)\n(0|[1-9][0-9]*)\n([^\n]+)\n((?:[^\n]+\n)*)$/;

/** Reads the text of a checkpoint. @throws ProtocolProblem `malformed` */
export function parseCheckpoint(text: string): Checkpoint {
  const checkpoint = checkpointIn(CHECKPOINT.exec(text));
  if (!checkpoint) throw new ProtocolProblem('malformed');
  return checkpoint;
}

function checkpointIn(match: RegExpExecArray | null): Checkpoint | undefined {
  if (!match) return undefined;
  const [origin, size, root] = [match[1]!, Number(match[2]), fromBase64(match[3]!)];
  const isWhole = isNoteName(origin) && Number.isSafeInteger(size) && root?.length === 32;
  return isWhole ? { origin, size, root, extensions: match[4]!.split('\n').slice(0, -1) } : undefined;
}

/** A checkpoint signed by the log, as text. The key's name is the origin. */
export function signCheckpoint(checkpoint: Checkpoint, key: NoteKey, sign: (message: Uint8Array) => Uint8Array): string {
  const text = formatCheckpoint(checkpoint);
  return formatNote({ text, signatures: [signText(text, key, sign)] });
}

/**
 * Says under a signed checkpoint when its log stood by it (`time`, Unix seconds): a cosignature by the log's own key, so the text and
 * everybody's words under it stay as they are. `key` comes from `dateKeyOf`.
 */
export function dateCheckpoint(signed: string, key: NoteKey, time: number, sign: (message: Uint8Array) => Uint8Array): string {
  return signed + signatureLine(cosign(parseNote(signed).text, key, time, sign));
}

/** The log's key as it dates checkpoints. */
export const dateKeyOf = ({ name, key }: NoteKey): NoteKey => noteKey(name, key, noteTypes.cosignature);

/** When the log (`key`) last stood by this checkpoint, Unix seconds; undefined when it does not say. @throws ProtocolProblem `proof-invalid` */
export function dateOfCheckpoint(note: Note, key: NoteKey): number | undefined {
  const dateKey = dateKeyOf(key);
  const date = cosignatureBy(note, dateKey);
  if (!date && signaturesBy(note, dateKey).length > 0) throw new ProtocolProblem('proof-invalid');
  return date?.time;
}

/**
 * Reads a checkpoint and checks that the log with this key signed it; other signatures are kept unchecked.
 * @throws ProtocolProblem `malformed`, or `proof-invalid` for a foreign origin or a wrong or missing signature
 */
export function openCheckpoint(signed: string, key: NoteKey): SignedCheckpoint {
  const note = parseNote(signed);
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint.origin !== key.name || !isSignedBy(note, key)) throw new ProtocolProblem('proof-invalid');
  return { ...checkpoint, note };
}
