import type { BundleManifest } from '@nmirf/contracts/network/bundle';
import { withLockInTurn } from '@nmirf/platform/database/advisory-lock';
import { Problem } from '@nmirf/platform/http/problem';
import { BundleReader } from '@nmirf/replica/bundle/bundle-reader';
import { BundleWriter, type Progress } from '@nmirf/replica/bundle/bundle-writer';
import { LogStore } from '@nmirf/replica/log/log-store';
import { TrustStore } from '@nmirf/replica/log/trust-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Link, LinkFacade } from '../../foundation/link/link.facade.js';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { Carrier } from './carrier.js';
import { PageKeeper } from './page-keeper.js';

/** What came in with a bundle. */
export interface Imported {
  /** How long this node's log is now. */
  readonly size: number;
  /** Receipts that answered something which waited here. */
  readonly receipts: number;
}

/** The log, and what waits to be published, in a folder that people carry: for a node whose line is cut, or that never had one. */
@Injectable()
export class BundlesService {
  constructor(
    private readonly db: DataSource,
    private readonly link: LinkFacade,
    private readonly keys: NodeKeysFacade,
    private readonly trust: TrustStore,
    private readonly log: LogStore,
    private readonly writer: BundleWriter,
    private readonly reader: BundleReader,
    private readonly keeper: PageKeeper,
    private readonly carrier: Carrier,
  ) {}

  /** Throws `link/not-there`, `log/not-founded` and `membership/not-in-force`. */
  async write(folder: string, progress: Progress): Promise<BundleManifest> {
    await this.linked();
    const outbox = await this.carrier.unproven();
    const signer = await this.keys.signer('msg', await this.trust.current(this.db.manager));
    return this.writer.write(folder, signer, { outbox }, progress);
  }

  /** Goes on behind what is here already. Throws `link/not-there` and the problems of `BundleReader`. */
  async read(folder: string, progress: Progress): Promise<Imported> {
    const { network, node } = await this.linked();
    await withLockInTurn(this.db, 'pull', () =>
      this.reader.readLog(folder, network, (known, verified) => this.keeper.keep(node, known, verified), progress),
    );
    const receipts = await this.carrier.heed(
      this.reader.lines(folder, (manifest) => (manifest.receipts?.to === node ? manifest.receipts : undefined)),
    );
    return { receipts, size: (await this.log.head(this.db.manager)).size };
  }

  private async linked(): Promise<Link> {
    const link = await this.link.find();
    if (!link) throw new Problem('link/not-there', 409);
    return link;
  }
}
