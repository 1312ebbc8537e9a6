import { isGovernance, type MessageType, messageTypes } from '@nmirf/contracts/network/message-types';
import { fingerprint } from '@nmirf/federation/keys';
import { decodeLeaf } from '@nmirf/federation/leaf';
import { memberList, takedowns, type Trust } from '@nmirf/federation/trust';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContentFacade } from '../content/content.facade.js';
import { TrustStore } from '../log/trust-store.js';
import { Applies, type PlacedMessage } from '../projector/applies.decorator.js';

const REPLACE = `
  insert into replica_member (id, mechanism, status, committee, since, keys)
  select id, mechanism, status, committee, to_timestamp(since_ms / 1000.0), keys
    from json_to_recordset($1) as member(id text, mechanism jsonb, status text, committee boolean, since_ms bigint, keys jsonb)
  on conflict (id) do update set mechanism = excluded.mechanism, status = excluded.status, committee = excluded.committee,
    since = excluded.since, keys = excluded.keys`;

const GOVERNANCE = Object.keys(messageTypes).filter(isGovernance) as MessageType[];

/** Members as the governance messages make them: the whole list is computed again, for it is short and the rules are one function. */
@Injectable()
export class MembersProjection {
  constructor(
    private readonly trust: TrustStore,
    private readonly content: ContentFacade,
  ) {}

  @Applies(...GOVERNANCE)
  async governed(tx: EntityManager, messages: readonly PlacedMessage[]): Promise<void> {
    const trust = await this.trust.upTo(tx, messages.at(-1)!.pos);
    if (!trust) return;
    const members = memberList(trust);
    const times = await receivedAt(
      tx,
      members.map(({ since }) => since),
    );
    const rows = members.map(({ id, mechanism, status, committee, since, keys }) => ({
      ...{ id, mechanism, status, committee, since_ms: times.get(since) },
      keys: keys.map(({ kid, use, x, from, to }) => ({ kid, use, fingerprint: fingerprint({ x }), from, to })),
    }));
    await tx.query(REPLACE, [JSON.stringify(rows)]);
    await this.takeDown(tx, trust, messages);
  }

  /** A takedown takes effect at the decision that sufficed, which is one of these messages. */
  private async takeDown(tx: EntityManager, trust: Trust, messages: readonly PlacedMessage[]): Promise<void> {
    const times = new Map(messages.map(({ pos, receivedMs }) => [pos, receivedMs]));
    for (const { id, subject, target, reason, position } of takedowns(trust)) {
      const receivedMs = times.get(position);
      if (receivedMs === undefined) continue;
      await this.content.close(tx, { subject, source: id, target, reason, purge: true, why: 'erased', position, receivedMs });
    }
  }
}

async function receivedAt(tx: EntityManager, positions: readonly number[]): Promise<Map<number, number>> {
  const rows: { pos: string; leaf: string }[] = await tx.query('select pos, leaf from log_entry where pos = any($1)', [positions]);
  return new Map(rows.map(({ pos, leaf }) => [Number(pos), decodeLeaf(leaf).receivedMs]));
}
