import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import type { FoundingFile } from '@nmirf/contracts/network/governance';
import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { NodeId } from '@nmirf/contracts/network/names';
import { toBase64url } from '@nmirf/federation/base64url';
import { signEd25519 } from '@nmirf/federation/crypto';
import { provePossession } from '@nmirf/federation/possession';
import { KeyFiles } from '@nmirf/replica/keys/key-files';
import { mechanismFile } from './node.module.js';

/** Makes a node's keys where they are missing, and the file of public keys and proofs that a founder hands over. */
export async function foundingFileOf(id: NodeId, mechanism: Mechanism, keysFolder: string): Promise<FoundingFile> {
  await mkdir(keysFolder, { recursive: true, mode: 0o700 });
  await writeFile(mechanismFile(keysFolder), JSON.stringify(mechanism), { mode: 0o600 });
  const { msg, wit, rec } = await new KeyFiles(keysFolder).ensure('msg', 'wit', 'rec');
  const nonce = toBase64url(randomBytes(32));
  const prove = (pair: typeof msg): string => provePossession({ id, nonce }, pair.publicKey, (bytes) => signEd25519(pair.seed, bytes));
  return {
    ...{ id, mechanism, nonce },
    keys: { msg: msg.publicKey, wit: wit.publicKey, rec: rec.publicKey },
    possession: { msg: prove(msg), wit: prove(wit), rec: prove(rec) },
  };
}
