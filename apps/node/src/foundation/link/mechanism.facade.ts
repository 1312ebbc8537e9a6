import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Mechanism, mechanism } from '@nmirf/contracts/members/mechanism';
import { Problem } from '@nmirf/platform/http/problem';
import { Inject, Injectable } from '@nestjs/common';
import { KEYS_DIR } from './node-keys.facade.js';

/** Where a node keeps its mechanism's public record: beside its keys. */
const fileIn = (keys: string): string => join(keys, 'mechanism.json');

/** Keeps the record that a founding file or an invitation names. */
export const keepMechanism = async (keys: string, record: Mechanism): Promise<void> => {
  const file = fileIn(keys);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(record), { mode: 0o600 });
};

/** The mechanism this node belongs to: its public record, known from its founding or its enrolment on. */
@Injectable()
export class MechanismFacade {
  private known: Mechanism | undefined;

  constructor(@Inject(KEYS_DIR) private readonly keys: string) {}

  /** Throws `mechanism/not-known` for a node that is neither founded nor enrolled. */
  async own(): Promise<Mechanism> {
    this.known ??= await this.read();
    return this.known;
  }

  private async read(): Promise<Mechanism> {
    const text = await readFile(fileIn(this.keys), 'utf8').catch(() => undefined);
    if (text === undefined) throw new Problem('mechanism/not-known', 409);
    return mechanism.parse(JSON.parse(text));
  }
}
