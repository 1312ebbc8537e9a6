import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Envelope } from '@nmirf/contracts/network/envelope';
import type { LogEvidence } from '@nmirf/contracts/network/log';
import type { LibraryPractice } from '@nmirf/contracts/practices/library';
import { practicePublished } from '@nmirf/contracts/practices/published';
import { toBase64, toBase64url } from '@nmirf/federation/base64url';
import { signCheckpoint } from '@nmirf/federation/checkpoint';
import { cosign } from '@nmirf/federation/cosignature';
import { sha256, signEd25519 } from '@nmirf/federation/crypto';
import { keyPairFromSeed, rawKey, signerOf } from '@nmirf/federation/keys';
import { encodeLeaf } from '@nmirf/federation/leaf';
import { seal } from '@nmirf/federation/message';
import { encodeVerifierKey, noteKey, noteTypes, parseNote, signatureLine } from '@nmirf/federation/note';
import { Frontier, leafHash, nodeHash } from '@nmirf/federation/tree';
import { checkEvidence, checkWitnesses } from './check-evidence.js';

const source = 'node:py' as const;
const id = '0199a000-0000-7000-8000-000000000001';
const receivedMs = Date.UTC(2026, 10, 23, 14, 20);
const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

const summary = {
  attribution: 'mechanism',
  country: 'PRY',
  region: 'americas',
  originalLanguage: 'es',
  title: [{ language: 'es', text: 'Un registro común', provenance: 'human' }],
  summary: [{ language: 'es', text: 'Cada recomendación tiene un responsable.', provenance: 'human' }],
  buildingBlocks: [],
  type: 'procedure',
  stage: 'established',
  fromYear: 2019,
  capacities: [],
  themes: [],
  bodies: [],
  affectedPersons: [],
  sdgs: [16],
  institutions: [],
  results: [],
  recommendations: [],
  licence: 'CC-BY-4.0',
};

const report = {
  policy: { version: '1.1', digest: 'A'.repeat(43) },
  engine: { version: 'e', digest: 'A'.repeat(43) },
  digest: toBase64url(sha256(new TextEncoder().encode(JSON.stringify(summary)))),
  languages: ['es'],
  actions: [],
  spans: [],
  dropped: 0,
  suppression: { withheld: 0, rounded: 0 },
  anonymity: { k: 1, l: 1 },
  risks: { singlingOut: 'by-review', linkability: 'by-rule', inference: 'by-review' },
  leakScan: { clean: true },
  review: { reviewers: ['R-7K3QD'], flags: 0, confirmed: 0 },
};

const published = practicePublished.parse({ practice: id, version: 1, summary, report });

const PUBLISHED = {
  ...{ type: 'practice.published.v1', subject: `practice:${id}`, aud: '*' as const, dataschema: 'nmirf:practice/1.0' },
  data: { practice: id, version: 1, summary, report },
};
const part = 'A'.repeat(16);
/** The same, encrypted to two readers. */
const SEALED = {
  ...{ type: 'resource.sealed.published.v1', subject: `resource:${id}`, dataschema: 'nmirf:sealed-resource/1.0' },
  aud: ['node:pt' as const, source],
  data: {
    ...{ resource: id, version: 1 },
    sealed: {
      ...{ protected: part, aad: part, iv: part, ciphertext: part, tag: part },
      recipients: [
        {
          header: { alg: 'ECDH-ES+A256KW', kid: 'node:pt#key', epk: { kty: 'OKP', crv: 'X25519', x: 'A'.repeat(43) } },
          encrypted_key: part,
        },
      ],
    },
  },
};

/** A log of two leaves in which the practice stands at position 1, as a server would hand it out. */
const evidenceOf = (
  said: Pick<Envelope, 'type' | 'subject' | 'aud' | 'dataschema' | 'data'> = PUBLISHED,
): { practice: LibraryPractice; evidence: LogEvidence } => {
  const author = keyPairFromSeed(seed(1));
  const signer = signerOf(source, author);
  const message = seal(
    {
      specversion: '1.0',
      id,
      source,
      time: '2026-11-23T14:19:59.000Z',
      datacontenttype: 'application/json',
      epoch: 1,
      seq: 1,
      prev: 'A'.repeat(43),
      seen: `0:${'A'.repeat(43)}`,
      salt: 'A'.repeat(22),
      ...said,
    },
    signer,
  );
  const leaf = encodeLeaf({ kind: 'message', source, epoch: 1, seq: 1, hash: message.hash, receivedMs });
  const first = leafHash('the leaf before');
  const root = nodeHash(first, leafHash(leaf));
  expect(
    toBase64(
      Frontier.empty()
        .appendAll([first, leafHash(leaf)])
        .root(),
    ),
  ).toBe(toBase64(root));
  const log = keyPairFromSeed(seed(2));
  const logKey = noteKey('hub.example/nmirf/log1', rawKey(log.publicKey.x) ?? new Uint8Array());
  const checkpoint = signCheckpoint({ origin: logKey.name, size: 2, root, extensions: [] }, logKey, (text) => signEd25519(log.seed, text));
  return {
    practice: {
      id,
      version: 1,
      source,
      // As a database gives it back: the names in another order.
      summary: Object.fromEntries(Object.entries(published.summary).reverse()) as LibraryPractice['summary'],
      report: published.report,
      place: { position: 1, messageHash: toBase64url(message.hash), receivedAt: new Date(receivedMs).toISOString() },
      versions: [],
    },
    evidence: {
      position: 1,
      leaf,
      jws: message.jws,
      key: { kid: signer.kid, x: author.publicKey.x, from: 1 },
      proof: [toBase64(first)],
      checkpoint,
      logKey: encodeVerifierKey(logKey),
      witnesses: [],
      witnessed: false,
    },
  };
};

const failing = (practice: LibraryPractice, evidence: LogEvidence): readonly string[] =>
  checkEvidence(practice, evidence)
    .filter((step) => !step.holds)
    .map((step) => step.name);

describe('the check in the reader’s browser', () => {
  let practice: LibraryPractice;
  let evidence: LogEvidence;

  beforeAll(() => {
    ({ practice, evidence } = evidenceOf());
  });

  it('holds for what was signed and logged', () => {
    expect(failing(practice, evidence)).toEqual([]);
    expect(checkEvidence(practice, evidence)).toHaveLength(5);
  });

  it('sees one changed word on the page', () => {
    const title = [{ language: 'es' as const, text: 'Un registro cómun', provenance: 'human' as const }];
    expect(failing({ ...practice, summary: { ...practice.summary, title } }, evidence)).toEqual(['content']);
  });

  it('holds for what came encrypted, as far as a browser can look, and sees that it is another', () => {
    const { practice: shown, evidence: of } = evidenceOf(SEALED);
    expect(checkEvidence(shown, of).map(({ name, holds }) => [name, holds])).toEqual(
      ['checkpoint', 'inclusion', 'message', 'signature', 'sealed'].map((name) => [name, true]),
    );
    expect(failing({ ...shown, version: 2 }, of)).toEqual(['sealed']);
    expect(failing({ ...shown, id: id.replace('1', '2') }, of)).toEqual(['sealed']);
    expect(failing({ ...shown, source: 'node:ma' }, of)).toEqual(['sealed']);
  });

  it('sees a message that is not the one in the log', () => {
    const jws = `${evidence.jws?.slice(0, -2) ?? ''}AA`;
    expect(failing(practice, { ...evidence, jws })).toEqual(['message', 'signature', 'content']);
  });

  it('sees a key that is not the named one, or not valid at this position', () => {
    const other = keyPairFromSeed(seed(9)).publicKey.x;
    const key = evidence.key ?? { kid: '', x: '', from: 0 };
    expect(failing(practice, { ...evidence, key: { ...key, x: other } })).toEqual(['signature', 'content']);
    expect(failing(practice, { ...evidence, key: { ...key, from: 2 } })).toEqual(['signature', 'content']);
    expect(failing(practice, { ...evidence, key: { ...key, to: 1 } })).toEqual(['signature', 'content']);
  });

  it('sees a proof that leads elsewhere, and another position', () => {
    expect(failing(practice, { ...evidence, proof: [toBase64(seed(3))] })).toEqual(['inclusion']);
    expect(failing(practice, { ...evidence, position: 0 })).toEqual(['inclusion', 'message', 'signature', 'content']);
  });

  it('sees a checkpoint of another log', () => {
    const key = noteKey('hub.example/nmirf/log1', rawKey(keyPairFromSeed(seed(4)).publicKey.x) ?? new Uint8Array());
    expect(failing(practice, { ...evidence, logKey: encodeVerifierKey(key) })).toEqual(['checkpoint', 'inclusion']);
  });

  it('takes anything malformed as not holding', () => {
    expect(failing(practice, { ...evidence, leaf: 'x', checkpoint: 'y', jws: 'z', proof: ['!'], logKey: '' })).toEqual([
      'checkpoint',
      'inclusion',
      'message',
      'signature',
      'content',
    ]);
    expect(
      failing(practice, { ...evidence, jws: undefined, key: undefined, proof: [], checkpoint: '', logKey: '', why: 'erased' }),
    ).toHaveLength(5);
  });
});

describe('the witnesses of a checkpoint', () => {
  const { evidence } = evidenceOf();
  const witness = keyPairFromSeed(seed(9));
  const key = noteKey('node:pt', rawKey(witness.publicKey.x) ?? new Uint8Array(), noteTypes.cosignature);
  const { text } = parseNote(evidence.checkpoint);
  const line = signatureLine(cosign(text, key, 1_795_478_400, (message) => signEd25519(witness.seed, message)));
  const named = { id: 'node:pt' as const, kid: 'node:pt#key', x: witness.publicKey.x, at: '2026-11-24T00:00:00.000Z' };

  it('are those whose signature holds here', () => {
    const cosigned = { ...evidence, checkpoint: evidence.checkpoint + line, witnesses: [named, { ...named, id: 'node:ma' as const }] };
    expect(checkWitnesses(cosigned)).toEqual(['node:pt']);
    expect(checkWitnesses({ ...cosigned, witnesses: [{ ...named, x: keyPairFromSeed(seed(8)).publicKey.x }] })).toEqual([]);
  });

  it('are none of a checkpoint that they did not sign, or that is none', () => {
    expect(checkWitnesses({ ...evidence, witnesses: [named] })).toEqual([]);
    expect(checkWitnesses({ ...evidence, checkpoint: 'y', witnesses: [{ ...named, x: '' }] })).toEqual([]);
  });
});
