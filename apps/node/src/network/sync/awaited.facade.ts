import { trustWith } from '@nmirf/federation/awaited';
import type { Trust } from '@nmirf/federation/trust';
import { Injectable } from '@nestjs/common';
import { LinkFacade } from '../../foundation/link/link.facade.js';
import { HubClient } from './hub-client.js';

/** What the committee has said to a server that is to become the hub: it stands in no log until there is enough of it. */
@Injectable()
export class AwaitedFacade {
  constructor(
    private readonly link: LinkFacade,
    private readonly client: HubClient,
  ) {}

  /** The membership with those words; as it is while the hub is where the log says, and when that server does not answer. */
  async trust(trust: Trust): Promise<Trust> {
    const link = await this.link.find();
    if (!link || link.hub === trust.hub.url) return trust;
    const words = await this.client.words(link).catch(() => []);
    return trustWith(trust, words);
  }
}
