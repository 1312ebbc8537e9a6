import type { NodeId } from '@nmirf/contracts/network/names';
import type { AgreementKey } from '@nmirf/contracts/network/sealed';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

const KEYS = `
  select k.node, k.key, k.position from replica_agreement_key k join replica_member m on m.id = k.node
   where k.node = any($1) and m.status = 'active'`;

/** A member's key for key agreement, and where the log names it. */
export interface Announced {
  readonly node: NodeId;
  readonly key: AgreementKey;
  readonly position: number;
}

/** The keys that active members have announced. */
@Injectable()
export class AgreementKeysFacade {
  async of(tx: EntityManager, nodes: readonly NodeId[]): Promise<readonly Announced[]> {
    const rows: (Omit<Announced, 'position'> & { position: string })[] = await tx.query(KEYS, [nodes]);
    return rows.map((row) => ({ ...row, position: Number(row.position) }));
  }
}
