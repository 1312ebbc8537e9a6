import type { HubFile } from '@nmirf/contracts/network/governance';
import { Problem } from '@nmirf/platform/http/problem';
import type { Progress } from '@nmirf/replica/bundle/bundle-writer';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KeysService } from '../../foundation/keys/keys.service.js';
import { RecoveryService } from './recovery.service.js';

/** Makes this server ready to become the hub of a network whose hub is lost, given up or not trusted any more. */
@Injectable()
export class TakeOverService {
  constructor(
    private readonly db: DataSource,
    private readonly trust: TrustStore,
    private readonly keys: KeysService,
    private readonly recovery: RecoveryService,
  ) {}

  /**
   * Reads the log from a member's folder, makes keys, and answers what the committee has to decide on. From here on this server is in
   * recovery: members that hold more give it. Throws `hub/in-force` on the hub itself, `hub/same-address`, for nodes must be able to tell
   * the two apart, and the problems of `BundleReader`.
   */
  async prepare(folder: string, url: string, progress: Progress): Promise<HubFile> {
    const before = await this.trust.current(this.db.manager);
    if (before && (await this.keys.isHub(before))) throw new Problem('hub/in-force', 409);
    await this.recovery.read(folder, progress);
    const trust = (await this.trust.current(this.db.manager))!;
    if (url === trust.hub.url) throw new Problem('hub/same-address', 409, { url });
    const [msg, receipt, log] = [
      await this.keys.next('msg', trust),
      await this.keys.next('receipt', trust),
      await this.keys.next('log', trust),
    ];
    return { nmirf: 'hub/1', network: trust.networkId, url, keys: { msg, receipt, log } };
  }
}
