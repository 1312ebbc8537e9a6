import { Audit } from '@nmirf/platform/audit/audit';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LinkFacade } from '../../foundation/link/link.facade.js';
import { HubClient } from './hub-client.js';

/** Another server that has this network's log, asked because the hub cannot be: nothing of what it says is believed without proof. */
@Injectable()
export class FollowingService {
  constructor(
    private readonly db: DataSource,
    private readonly link: LinkFacade,
    private readonly client: HubClient,
    private readonly audit: Audit,
  ) {}

  /** By order of a person (`by`) or at the node's command line. Throws `link/not-there`, `hub/not-reached` and `hub/other-network`. */
  async follow(url: string, by?: string): Promise<void> {
    const link = await this.link.find();
    if (!link) throw new Problem('link/not-there', 409);
    const described = await this.client.describe(url).catch(() => undefined);
    if (!described) throw new Problem('hub/not-reached', 502, { hub: url });
    if (described.networkId !== link.network) throw new Problem('hub/other-network', 409, { hub: url });
    await this.db.transaction(async (tx) => {
      await this.link.follow(tx, url);
      await this.audit.note(tx, { action: 'hub.followed', by, details: { hub: url } });
    });
  }
}
