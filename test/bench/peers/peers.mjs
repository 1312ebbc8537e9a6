// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPeers } from '../../../scripts/steps/peer-packages.mjs';
import { fedify } from './fedify.mjs';
import { logicalReplication } from './logical-replication.mjs';
import { nats } from './nats.mjs';
import { pouchdb } from './pouchdb.mjs';

/**
 * What a peer did with the documents, in documents a second. `publish`: from a sender's store into another's; `pull`: from there into a
 * reader's; a system with one leg has the same figure for both.
 * @typedef {{ publish: number, pull: number, p50?: number, p99?: number }} Figures
 * @typedef {{ documents: readonly string[], folder: string, load: (name: string) => Promise<any> }} Run
 */

/**
 * `goals`: how many times as fast as the peer we want to be, on each leg for which there is a goal.
 * @type {readonly { name: string, guarantees: string, goals: { publish: number, pull?: number }, measure: (run: Run) => Promise<Figures> }[]}
 */
const PEERS = [
  { name: 'PouchDB 9 ↔ express-pouchdb', guarantees: 'unsigned, no wait for the disk', goals: { publish: 2.5, pull: 3 }, measure: pouchdb },
  { name: 'NATS JetStream + Ed25519 + PostgreSQL', guarantees: 'signed, no chain, no log', goals: { publish: 2, pull: 2 }, measure: nats },
  { name: 'Fedify 2.3 (ActivityPub)', guarantees: 'signed, in memory', goals: { publish: 150 }, measure: fedify },
  { name: 'PostgreSQL logical replication', guarantees: 'unsigned, raw', goals: { publish: 0.6, pull: 0.55 }, measure: logicalReplication },
];

/** Nothing else needs these, and some pull old packages: they live in a folder of their own. */
const VERSIONS = {
  pouchdb: '9.0.0',
  express: '4.21.2',
  'express-pouchdb': '4.2.0',
  '@nats-io/transport-node': '3.4.0',
  '@nats-io/jetstream': '3.4.0',
  '@fedify/fedify': '2.3.6',
  '@fedify/vocab': '2.3.6',
};

/**
 * Each peer in its turn with the same documents, alone on the machine but for us. One that cannot be had is named with why.
 * @param {readonly string[]} documents
 * @returns {Promise<readonly { name: string, guarantees: string, goals: { publish: number, pull?: number }, figures?: Figures, missing?: string }[]>}
 */
export const measurePeers = async (documents) => {
  const load = await installPeers('node_modules/.bench-peers', VERSIONS);
  const measured = [];
  for (const { measure, ...peer } of PEERS) {
    const folder = mkdtempSync(join(tmpdir(), 'nmirf-peer-'));
    try {
      measured.push({ ...peer, figures: await measure({ documents, folder, load }) });
    } catch (error) {
      measured.push({ ...peer, missing: error instanceof Error ? error.message : String(error) });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return measured;
};
