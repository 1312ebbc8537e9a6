import type { ChainHead } from '@nmirf/contracts/network/envelope';
import type { SourceId } from '@nmirf/contracts/network/names';
import { toBase64url } from '@nmirf/federation/base64url';
import { inOneTurn } from '@nmirf/platform/database/one-turn';
import { headOf, type LogHead, STATE, type StateRow } from '@nmirf/replica/log/log-store';
import type { EntityManager } from 'typeorm';

/** Where everything stands before places are given. */
export interface Standing {
  readonly base: LogHead;
  /** The last checkpoint. */
  readonly signed: { readonly size: number; readonly root: Uint8Array } | undefined;
  readonly heads: Map<SourceId, ChainHead | undefined>;
  /** The hub takes nothing but what nodes bring back to it. */
  readonly recovering: boolean;
}

const LOCK = 'select from log_state where id = 1 for update';

/** Behind the lock, so that nothing slips in: where log, checkpoint and senders stand, and whether the hub takes anything now. */
const STANDING = `
  select ${STATE}, signed.size as signed_size, signed.root as signed_root,
         exists (select from recovery where ended_at is null) as recovering,
         (select json_agg(json_build_object('source', source, 'epoch', epoch, 'seq', seq, 'hash', encode(hash, 'hex')))
            from source_head where source = any($1)) as heads
    from log_state state left join lateral (select size, root from log_checkpoint order by size desc limit 1) signed on true
   where state.id = 1`;

interface Row extends StateRow {
  readonly signed_size: string | null;
  readonly signed_root: Buffer;
  readonly recovering: boolean;
  readonly heads: readonly { readonly source: SourceId; readonly epoch: number; readonly seq: number; readonly hash: string }[] | null;
}

/** Locks the log for this transaction, and reads where it and these senders stand. */
export async function standing(tx: EntityManager, sources: readonly string[]): Promise<Standing> {
  const [row] = await inOneTurn<Row>(tx, { behind: LOCK, text: STANDING, values: [sources] });
  const { recovering, signed_size, signed_root, heads } = row!;
  return {
    ...{ recovering, base: headOf(row!) },
    signed: signed_size === null ? undefined : { size: Number(signed_size), root: signed_root },
    heads: new Map(
      (heads ?? []).map(({ source, epoch, seq, hash }) => [source, { epoch, seq, hash: toBase64url(Buffer.from(hash, 'hex')) }]),
    ),
  };
}
