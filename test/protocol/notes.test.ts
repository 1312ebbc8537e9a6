import { describe, expect, it } from '@jest/globals';
import { fromBase64 } from '@nmirf/federation/base64url';
import {
  dateCheckpoint,
  dateKeyOf,
  dateOfCheckpoint,
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from '@nmirf/federation/checkpoint';
import { publicKeyOf, signEd25519 } from '@nmirf/federation/crypto';
import { encodeVerifierKey, formatNote, isSignedBy, noteKey, parseNote, parseVerifierKey, signText } from '@nmirf/federation/note';
import { decodeEntries, decodeTile, encodeEntries, parseTilePath, TILE_WIDTH, tilePath, tilesOf } from '@nmirf/federation/tiles';
import { Frontier, leafHash } from '@nmirf/federation/tree';
import { itWith, readShared, readSharedJson } from '../harness/shared.js';

const NOTES = 'vectors/signed-note/signed-note.json';
const LOG = 'vectors/tlog-tiles/tessera-testlog';

interface NoteVector {
  readonly name: string;
  readonly vkey: string;
  readonly skey?: string;
  readonly note?: string;
  readonly note_file?: string;
}
interface NoteVectors {
  readonly vectors: readonly NoteVector[];
  readonly vkeys: readonly { readonly vkey: string; readonly type: string }[];
  readonly malformed_vkeys: readonly { readonly vkey: string }[];
  readonly cosignature_v1_timestamps: readonly { readonly sig_base64: string; readonly unix?: number }[];
  readonly cosignature_example_unverifiable_here: { readonly checkpoint: string };
}

const noteOf = ({ note, note_file: file }: NoteVector): string => note ?? readShared(`${LOG}/${file!.split('/').at(-1)!}`).toString('utf8');

describe('C2SP signed notes', () => {
  itWith(NOTES, LOG)('verifies every published note and signs it again', () => {
    const { vectors } = readSharedJson<NoteVectors>(NOTES);
    for (const vector of vectors) {
      const key = parseVerifierKey(vector.vkey)!;
      const note = parseNote(noteOf(vector));
      expect(isSignedBy(note, key)).toBe(true);
      expect(isSignedBy({ ...note, text: `x${note.text}` }, key)).toBe(false);
      expect(formatNote(note)).toBe(noteOf(vector));
      expect(encodeVerifierKey(key)).toBe(vector.vkey);
      if (!vector.skey) continue;
      const seed = fromBase64(vector.skey.split('+').slice(4).join('+'))!.slice(1);
      const ours = noteKey(key.name, publicKeyOf(seed));
      const signature = signText(note.text, ours, (message) => signEd25519(seed, message));
      expect(formatNote({ text: note.text, signatures: [signature] })).toBe(noteOf(vector));
    }
  });

  itWith(NOTES)('reads every sound verifier key and no other', () => {
    const { vkeys, malformed_vkeys: malformed } = readSharedJson<NoteVectors>(NOTES);
    for (const { vkey, type } of vkeys) {
      const key = parseVerifierKey(vkey)!;
      expect([encodeVerifierKey(key), key.type]).toEqual([vkey, Number(type)]);
    }
    expect(malformed.filter(({ vkey }) => parseVerifierKey(vkey))).toEqual([]);
  });

  itWith(NOTES)('reads the layout of cosignatures', () => {
    const { cosignature_v1_timestamps: times, cosignature_example_unverifiable_here: example } = readSharedJson<NoteVectors>(NOTES);
    for (const { sig_base64: base64, unix } of times) {
      const bytes = fromBase64(base64);
      const isCosignature = bytes?.length === 76;
      expect(isCosignature ? Number(Buffer.from(bytes).readBigUInt64BE(4)) : undefined).toBe(unix);
    }
    const note = parseNote(example.checkpoint);
    expect(parseCheckpoint(note.text)).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(note.signatures.map(({ signature }) => signature.length)).toContain(72);
  });
});

describe('C2SP tiles', () => {
  itWith('vectors/tlog-tiles/tile-paths.json')('spells paths and counts partial tiles as published', () => {
    const published = readSharedJson<{
      index_paths: { index: number; path: string }[];
      partial_tiles: Record<string, number>[];
      full_tile_bytes: number;
    }>('vectors/tlog-tiles/tile-paths.json');
    for (const { index, path } of published.index_paths) {
      const tile = { level: 0, index, width: TILE_WIDTH };
      expect(tilePath(tile)).toBe(`tile/0/${path}`);
      expect(parseTilePath(`tile/0/${path}`)).toEqual(tile);
    }
    for (const { size, ...counts } of published.partial_tiles) {
      const levels = [0, 1, 2].map((level) => tilesOf(size!, level));
      const flat = Object.fromEntries(
        levels.flatMap(({ full, partial }, level) => [
          [`level${level}_full`, full],
          [`level${level}_partial_width`, partial],
        ]),
      );
      expect(flat).toMatchObject(counts);
    }
    expect(published.full_tile_bytes).toBe(TILE_WIDTH * 32);
  });

  itWith(NOTES, LOG)('recomputes a whole published log from its entries', () => {
    const { vectors } = readSharedJson<NoteVectors>(NOTES);
    const key = parseVerifierKey(vectors.at(-1)!.vkey)!;
    for (let size = 0; size <= 15; size++) {
      const checkpoint = openCheckpoint(readShared(`${LOG}/checkpoint.${size}`).toString('utf8'), key);
      const width = size || 1;
      const bundle = readShared(`${LOG}/${tilePath({ level: 'entries', index: 0, width })}`);
      const entries = decodeEntries(bundle).slice(0, size);
      expect(Buffer.from(encodeEntries(decodeEntries(bundle)))).toEqual(bundle);
      const tile = decodeTile(readShared(`${LOG}/${tilePath({ level: 0, index: 0, width })}`)).slice(0, size);
      expect(tile.map((hash) => Buffer.from(hash))).toEqual(entries.map((entry) => Buffer.from(leafHash(entry))));
      expect(checkpoint.size).toBe(size);
      expect(Buffer.from(Frontier.empty().appendAll(tile).root())).toEqual(Buffer.from(checkpoint.root));
      expect(formatCheckpoint(checkpoint)).toBe(checkpoint.note.text);
    }
  });
});

describe('the date of a checkpoint', () => {
  const seed = new Uint8Array(32).fill(3);
  const sign = (message: Uint8Array) => signEd25519(seed, message);
  const key = noteKey('hub.example/nmirf/log1', publicKeyOf(seed));
  const undated = signCheckpoint({ origin: key.name, size: 1, root: new Uint8Array(32), extensions: [] }, key, sign);

  it('stands under the same text, by the same key', () => {
    const opened = openCheckpoint(dateCheckpoint(undated, dateKeyOf(key), 1_795_478_400, sign), key);
    expect(opened.note.text).toBe(openCheckpoint(undated, key).note.text);
    expect(dateOfCheckpoint(opened.note, key)).toBe(1_795_478_400);
    expect(dateOfCheckpoint(openCheckpoint(undated, key).note, key)).toBeUndefined();
  });

  it('is refused when it is not the log’s', () => {
    const forged = dateCheckpoint(undated, dateKeyOf(key), 1_795_478_400, () => new Uint8Array(64));
    expect(() => dateOfCheckpoint(openCheckpoint(forged, key).note, key)).toThrow('proof-invalid');
  });
});
