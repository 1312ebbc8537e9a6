import { CLOCK_WINDOW_S } from '@nmirf/federation/http-signature';
import { WITHOUT_WAITING } from '@nmirf/platform/database/without-waiting';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A signature is good for the clock window before and after its time; behind both, the clock refuses it without any memory. */
const KEPT_S = 2 * CLOCK_WINDOW_S;
const SWEEP_EVERY_MS = 60_000;

/** A nonce that a crash forgets lets a request be heard twice: the chain of its sender then says "duplicate". */
const HEAR = `
  insert into request_nonce (kid, nonce, heard_at) select $1, $2, now() from ${WITHOUT_WAITING}
  on conflict do nothing returning nonce`;

/** Remembers which signed requests were heard, for all processes of this hub. */
@Injectable()
export class RequestNonces {
  private sweptAt = 0;

  constructor(private readonly db: DataSource) {}

  /** Whether this is the first time the key signs with this nonce; says so once. */
  async isFirst(kid: string, nonce: string, now: number): Promise<boolean> {
    if (now - this.sweptAt > SWEEP_EVERY_MS) await this.sweep(now);
    const heard: unknown[] = await this.db.query(HEAR, [kid, nonce]);
    return heard.length === 1;
  }

  private async sweep(now: number): Promise<void> {
    this.sweptAt = now;
    await this.db.query(`delete from request_nonce where heard_at < now() - $1 * interval '1 second'`, [KEPT_S]);
  }
}
