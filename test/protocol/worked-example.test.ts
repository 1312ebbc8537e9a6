import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { Envelope } from '@nmirf/contracts/network/envelope';
import { toBase64, toBase64url } from '@nmirf/federation/base64url';
import { signCheckpoint } from '@nmirf/federation/checkpoint';
import { signEd25519 } from '@nmirf/federation/crypto';
import { fingerprint, keyPairFromSeed, kidOf, rawKey, signerOf } from '@nmirf/federation/keys';
import { encodeLeaf } from '@nmirf/federation/leaf';
import { seal } from '@nmirf/federation/message';
import { encodeVerifierKey, noteKey } from '@nmirf/federation/note';
import { Frontier, leafHash } from '@nmirf/federation/tree';

const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');

/** The example of docs/protocol.md §13: seeds of equal bytes, fixed times, one message as the only leaf. */
const example = (): Readonly<Record<string, string>> => {
  const [node, log] = [keyPairFromSeed(new Uint8Array(32).fill(1)), keyPairFromSeed(new Uint8Array(32).fill(2))];
  const envelope: Envelope = {
    ...{ specversion: '1.0', id: '019ab000-0000-7000-8000-000000000001', source: 'node:ma', type: 'network.member.left.v1' },
    ...{ subject: 'node:ma', time: '2026-11-24T00:00:00.000Z', datacontenttype: 'application/json' },
    ...{ dataschema: 'nmirf:member-left/1.0', epoch: 1, seq: 1, prev: 'A'.repeat(43), aud: '*', seen: `0:${'A'.repeat(43)}` },
    ...{ salt: 'A'.repeat(22), data: {} },
  };
  const { jws, hash } = seal(envelope, signerOf('node:ma', node));
  const leaf = encodeLeaf({ kind: 'governance', source: 'node:ma', epoch: 1, seq: 1, hash, receivedMs: 1_795_478_400_000 });
  const root = Frontier.empty().append(leafHash(leaf)).root();
  const origin = 'hub.example/nmirf/log1';
  const key = noteKey(origin, rawKey(log.publicKey.x)!);
  return {
    publicKey: node.publicKey.x,
    kid: kidOf('node:ma', node.publicKey),
    fingerprint: fingerprint(node.publicKey),
    jws,
    hash: toBase64url(hash),
    leaf: leaf.trimEnd(),
    leafHash: toBase64(leafHash(leaf)),
    root: toBase64(root),
    verifierKey: encodeVerifierKey(key),
    checkpoint: signCheckpoint({ origin, size: 1, root, extensions: [] }, key, (text) => signEd25519(log.seed, text)).trimEnd(),
  };
};

it.each(Object.entries(example()))('is described with the very bytes: %s', (_, bytes) => expect(page).toContain(bytes));
