import { describe, expect, it } from '@jest/globals';
import { publicKeyOf, signEd25519 } from './crypto.js';
import { cosign, cosignatureBy } from './cosignature.js';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.js';
import {
  encodeVerifierKey,
  formatNote,
  isSignedBy,
  noteKey,
  noteTypes,
  parseNote,
  parseVerifierKey,
  signatureLine,
  signText,
} from './note.js';

const seed = new Uint8Array(32).fill(3);
const sign = (message: Uint8Array) => signEd25519(seed, message);
const log = noteKey('hub.example/nmirf/log1', publicKeyOf(seed));
const witness = noteKey('node:ma', publicKeyOf(seed), noteTypes.cosignature);
const checkpoint = { origin: log.name, size: 5, root: new Uint8Array(32).fill(8), extensions: ['a line'] };
const signed = signCheckpoint(checkpoint, log, sign);

describe('a signed note', () => {
  it('is written and read, signature by signature', () => {
    const note = parseNote(signed);
    expect(formatNote(note)).toBe(signed);
    expect(isSignedBy(note, log)).toBe(true);
    expect(isSignedBy(note, noteKey('another', log.key))).toBe(false);
    expect(isSignedBy(note, { ...log, type: noteTypes.cosignature })).toBe(false);
    const second = { ...note.signatures[0]!, signature: new Uint8Array(64) };
    expect(isSignedBy({ ...note, signatures: [...note.signatures, second] }, log)).toBe(false);
    expect(isSignedBy({ ...note, text: note.text.replace('5', '6') }, log)).toBe(false);
  });

  it('is malformed without its blank line, its last line feed, or with anything odd', () => {
    const [body, line] = signed.split('\n\n') as [string, string];
    const broken = [
      ...['', body, `${body}\n`, `${body}\n${line}`, signed.slice(0, -1), `${signed}\n`, `${signed}trailing`, `\u0007${signed}`],
      ...[`${body}\r\n\n${line}`, `\ud800${signed}`, `${body}\n\n- x YWJjZGVm\n`, `${body}\n\n— x YWJj\n`, `${body}\n\n— x y z\n`],
      ...[
        `${body}\n\n— x+y YWJjZGVm\n`,
        `${body}\n\n— x YWJjZGVm=\n`,
        `${body}\n\n${line.repeat(257)}`,
        `${'x'.repeat(1_000_000)}${signed}`,
      ],
    ];
    for (const note of broken) expect(() => parseNote(note)).toThrow('malformed');
  });

  it('has names without white space or plus, keys of the network, and texts that end', () => {
    for (const name of ['', 'a b', 'a+b', 'a\u0000']) expect(() => noteKey(name, log.key)).toThrow(RangeError);
    expect(() => noteKey('name', new Uint8Array(32))).toThrow(RangeError);
    for (const text of ['no end', 'a\tb\n']) expect(() => signText(text, log, sign)).toThrow(RangeError);
  });

  it('has verifier keys that travel as text', () => {
    for (const key of [log, witness]) expect(parseVerifierKey(encodeVerifierKey(key))).toEqual(key);
  });

  it('has verifier keys whose id belongs to name and key', () => {
    const base64 = Buffer.from([1, ...log.key]).toString('base64');
    const small = Buffer.concat([Buffer.of(1), Buffer.alloc(32)]).toString('base64');
    const wrong = [
      `${log.name}+00000000+${base64}`,
      `a b+00000000+${base64}`,
      `x+00000000+${small}`,
      `x+00000000+`,
      `+00000000+${base64}`,
      'x',
    ];
    expect(wrong.filter(parseVerifierKey)).toEqual([]);
  });
});

describe('a checkpoint', () => {
  it('is opened by the log’s key, with its extension lines', () => {
    expect(openCheckpoint(signed, log)).toMatchObject({ origin: log.name, size: 5, extensions: ['a line'] });
    expect(parseCheckpoint(formatCheckpoint(checkpoint))).toMatchObject({ size: 5 });
  });

  it('is refused from another origin or without the log’s signature', () => {
    expect(() => openCheckpoint(signed, noteKey('another', log.key))).toThrow('proof-invalid');
    expect(() => openCheckpoint(signed.replace('\n5\n', '\n6\n'), log)).toThrow('proof-invalid');
  });

  it('has an origin, a size, a root of 32 bytes and no empty line', () => {
    const text = formatCheckpoint(checkpoint);
    const root = Buffer.alloc(32, 8).toString('base64');
    const broken = [
      ...['', 'a', 'a\n', `a b\n5\n${root}\n`, text.replace('\n5\n', '\n05\n'), text.replace('\n5\n', '\n99999999999999999999\n')],
      ...[
        text.replace('\n5\n', '\n-1\n'),
        text.replace(root, 'AAAA'),
        text.replace(root, '!'),
        text.slice(0, -1),
        `${text}\n`,
        `\n5\n${root}\n`,
      ],
    ];
    for (const one of broken) expect(() => parseCheckpoint(one)).toThrow('malformed');
  });
});

describe('a cosignature', () => {
  const note = parseNote(signed);
  const at = (time: number) => cosign(note.text, witness, time, sign);

  it('says when its witness had verified the checkpoint; the latest counts', () => {
    const cosigned = parseNote(`${signed}${signatureLine(at(1_000))}${signatureLine(at(2_000))}`);
    expect(cosignatureBy(cosigned, witness)).toEqual({ name: 'node:ma', time: 2_000 });
    expect(isSignedBy(cosigned, log)).toBe(true);
    expect(cosignatureBy(cosigned, log)).toBeUndefined();
    expect(cosignatureBy(note, witness)).toBeUndefined();
  });

  it('does not count when it is of another length, time or text', () => {
    const { signature, ...rest } = at(1_000);
    const other = Uint8Array.from(signature);
    other[7]! ^= 1;
    const never = Uint8Array.from(signature);
    never[0] = 0xff;
    for (const bytes of [signature.slice(1), other, never]) {
      expect(cosignatureBy({ ...note, signatures: [{ ...rest, signature: bytes }, at(1)] }, witness)).toBeUndefined();
    }
    expect(cosignatureBy({ text: `${note.text}x\n`, signatures: [at(1_000)] }, witness)).toBeUndefined();
  });
});
