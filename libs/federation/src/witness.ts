import type { Mechanism } from '@nmirf/contracts/members/mechanism';
import type { NodeId } from '@nmirf/contracts/network/names';
import { cosignatureBy } from './cosignature.js';
import { rawKey } from './keys.js';
import { goodKeys, memberList } from './membership.js';
import { type Note, type NoteKey, noteKey, noteTypes } from './note.js';
import type { Trust } from './trust-state.js';

type Region = Mechanism['region'];

/** A member's cosignature that holds: who, with which key, and when (Unix seconds) it says it has verified the checkpoint. */
export interface Witness {
  readonly id: NodeId;
  readonly kid: string;
  readonly x: string;
  readonly time: number;
}

/** Regions of the world that must agree, as far as the network has members in so many. */
const REGIONS_NEEDED = 3;

/** What a member cosigns with: its node id is the name (C2SP tlog-cosignature). */
export const witnessKey = (id: NodeId, x: string): NoteKey => noteKey(id, rawKey(x)!, noteTypes.cosignature);

/** The active members whose `wit` key cosigned this checkpoint. Strangers' lines and wrong ones are passed over. */
export function witnessesOf(note: Note, trust: Trust): Witness[] {
  return memberList(trust)
    .filter(({ status }) => status === 'active')
    .flatMap(({ id }) => {
      const [key] = goodKeys(trust, id, 'wit', Number.MAX_SAFE_INTEGER);
      const cosignature = key && cosignatureBy(note, witnessKey(id, key.x));
      return key && cosignature ? [{ id, kid: key.kid, x: key.x, time: cosignature.time }] : [];
    });
}

/** How far a checkpoint is witnessed under the reader's policy. */
export interface Witnessed {
  readonly regions: readonly Region[];
  readonly needed: number;
  readonly holds: boolean;
}

/**
 * The policy: one witness from each of three regions, or from each region there is while the network has fewer. A hub that shows two
 * histories then needs members of three regions to lie with it.
 */
export function witnessed(trust: Trust, witnesses: readonly Pick<Witness, 'id'>[]): Witnessed {
  const active = memberList(trust).filter(({ status }) => status === 'active');
  const regionOf = new Map<string, Region>(active.map(({ id, mechanism }) => [id, mechanism.region]));
  const regions = [...new Set(witnesses.flatMap(({ id }) => regionOf.get(id) ?? []))].sort();
  const needed = Math.min(REGIONS_NEEDED, new Set(regionOf.values()).size);
  return { regions, needed, holds: needed > 0 && regions.length >= needed };
}
