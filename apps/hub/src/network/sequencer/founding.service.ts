import type { FoundingFile, Genesis, Thresholds } from '@nmirf/contracts/network/governance';
import { ownsItsKeys } from '@nmirf/federation/possession';
import { Problem } from '@nmirf/platform/http/problem';
import { LogStore } from '@nmirf/replica/log/log-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KeysService } from '../../foundation/keys/keys.service.js';
import { OwnMessages } from './own-messages.js';

export interface Founding {
  readonly name: string;
  readonly url: string;
  readonly founders: readonly FoundingFile[];
  readonly thresholds: Thresholds;
}

/** Founds the network: leaf 0 names the hub's keys, the founding committee and its thresholds. Its hash is the network's id. */
@Injectable()
export class FoundingService {
  constructor(
    private readonly db: DataSource,
    private readonly store: LogStore,
    private readonly trust: TrustStore,
    private readonly keys: KeysService,
    private readonly own: OwnMessages,
  ) {}

  /** Returns the network's id. Throws `network/founded-already`, or `proof-invalid` for a founder that does not hold its keys. */
  async found({ name, url, founders, thresholds }: Founding): Promise<string> {
    if ((await this.store.head(this.db.manager)).size > 0) throw new Problem('network/founded-already', 409);
    if (!founders.every((founder) => ownsItsKeys(founder))) throw new Problem('proof-invalid', 422);
    const genesis: Genesis = {
      ...{ name, thresholds, origin: `${new URL(url).host}/nmirf/log1` },
      hub: { url, keys: await this.keys.ensure() },
      committee: founders.map(({ id, mechanism, keys }) => ({ id, mechanism, keys })),
    };
    await this.own.say('network.genesis.v1', 'network', genesis);
    const trust = await this.trust.current(this.db.manager);
    return trust!.networkId;
  }
}
