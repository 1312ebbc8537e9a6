import type { EntityManager } from 'typeorm';
import type { HeardClient, Turn } from './heard-client.js';

/** Asks a statement of `tx`, with what travels with it; the rows it answers. */
export async function inOneTurn<Row>(tx: EntityManager, turn: Turn): Promise<Row[]> {
  const client = (await tx.queryRunner!.connect()) as HeardClient;
  return (await client.inOneTurn(turn)).rows as Row[];
}
