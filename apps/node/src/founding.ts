import { randomBytes } from 'node:crypto';
import type { FoundingFile } from '@nmirf/contracts/network/governance';
import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { NodeId } from '@nmirf/contracts/network/names';
import { toBase64url } from '@nmirf/federation/base64url';
import { signEd25519 } from '@nmirf/federation/crypto';
import type { KeyPair } from '@nmirf/federation/keys';
import { type PossessionClaim, provePossession } from '@nmirf/federation/possession';
import { KeyFiles } from '@nmirf/replica/keys/key-files';
import { keepMechanism } from './foundation/link/mechanism.facade.js';

/** A node's public keys and the proofs that it holds the private ones, and its `msg` key to sign with. */
export interface ShownKeys extends Pick<FoundingFile, 'keys' | 'possession'> {
  readonly msg: KeyPair;
}

/** Makes a node's keys where they are missing, and proves that it holds them; a founder's claim names no network yet. */
export async function showKeys(claim: PossessionClaim, keysFolder: string): Promise<ShownKeys> {
  const { msg, wit, rec } = await new KeyFiles(keysFolder).ensure('msg', 'wit', 'rec');
  const prove = (pair: KeyPair): string => provePossession(claim, pair.publicKey, (bytes) => signEd25519(pair.seed, bytes));
  return {
    msg,
    keys: { msg: msg.publicKey, wit: wit.publicKey, rec: rec.publicKey },
    possession: { msg: prove(msg), wit: prove(wit), rec: prove(rec) },
  };
}

/** Makes a node's keys where they are missing, and the file of public keys and proofs that a founder hands over. */
export async function foundingFileOf(id: NodeId, mechanism: Mechanism, keysFolder: string): Promise<FoundingFile> {
  await keepMechanism(keysFolder, mechanism);
  const nonce = toBase64url(randomBytes(32));
  const { keys, possession } = await showKeys({ id, nonce }, keysFolder);
  return { id, mechanism, keys, nonce, possession };
}
