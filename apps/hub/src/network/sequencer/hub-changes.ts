import type { HubKeys } from '@nmirf/contracts/network/governance';
import type { PublicJwk } from '@nmirf/contracts/network/names';
import { goodKeys, type Trust } from '@nmirf/federation/trust';
import { Problem } from '@nmirf/platform/http/problem';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KeysService } from '../../foundation/keys/keys.service.js';
import { OwnMessages } from './own-messages.js';

const END = Number.MAX_SAFE_INTEGER;
type Use = keyof HubKeys;
export const HUB_USES = ['msg', 'receipt', 'log'] as const satisfies readonly Use[];

/** Which of its keys the hub asks to replace, and under which address it is to be reached. */
export interface HubChange {
  readonly uses: readonly Use[];
  readonly url?: string | undefined;
  readonly reason: string;
}

/** What the hub asks the committee about itself: other keys, another address. Nothing changes before the log has the decision. */
@Injectable()
export class HubChanges {
  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    private readonly keys: KeysService,
    private readonly own: OwnMessages,
  ) {}

  /** Makes the keys that follow and proposes them; answers the proposal's hash. Throws `log/not-founded`, `hub/nothing-to-change` and `hub/not-in-force`. */
  async propose({ uses, url, reason }: HubChange): Promise<string> {
    const trust = await this.trust.current(this.db.manager);
    if (!trust) throw new Problem('log/not-founded', 503);
    const address = url ?? trust.hub.url;
    if (uses.length === 0 && address === trust.hub.url) throw new Problem('hub/nothing-to-change', 422);
    const [msg, receipt, log] = await Promise.all(
      HUB_USES.map((use) => (uses.includes(use) ? this.keys.next(use, trust) : inForce(trust, use))),
    );
    const keys = { msg: msg!, receipt: receipt!, log: log! };
    return (await this.own.say('network.hub.proposed.v1', 'hub', { url: address, keys, reason })).hash;
  }
}

const inForce = (trust: Trust, use: Use): PublicJwk => ({ kty: 'OKP', crv: 'Ed25519', x: goodKeys(trust, 'hub', use, END)[0]!.x });
