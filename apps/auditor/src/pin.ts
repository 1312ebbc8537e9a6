import { readFile } from 'node:fs/promises';
import { hash } from '@nmirf/contracts/network/names';
import { spokenForm } from '@nmirf/federation/keys';

/** Says whether the hash of leaf 0 is the one that whoever audits got from somewhere else than the hub. */
export type Pin = (network: string) => boolean;

const SPOKEN = /^[2-9A-HJ-NP-Z]{24}$/;
const MAX_FILE = 1_000_000;

/**
 * A genesis pin: the hash itself, its form for the telephone (24 letters and digits, in any grouping), or a file that holds it: what
 * `nmirf-hub genesis` writes, an invitation, or a text file with the hash alone. Undefined for anything else.
 */
export async function readPin(given: string): Promise<Pin | undefined> {
  return pinOf(given) ?? pinIn(await readFile(given, 'utf8').catch(() => ''));
}

function pinOf(text: string): Pin | undefined {
  if (hash.safeParse(text).success) return (network) => network === text;
  const spoken = text.replaceAll(/[\s-]/g, '').toUpperCase();
  return SPOKEN.test(spoken) ? (network) => spokenForm(network).replaceAll(' ', '') === spoken : undefined;
}

function pinIn(file: string): Pin | undefined {
  if (file.length > MAX_FILE) return undefined;
  return pinOf(networkIn(file) ?? file.trim());
}

function networkIn(file: string): string | undefined {
  try {
    const { network } = JSON.parse(file) as { network?: unknown };
    return typeof network === 'string' ? network : undefined;
  } catch {
    return undefined;
  }
}
