import type { BundleFile, BundleManifest, BundlePart } from '@nmirf/contracts/network/bundle';
import { openManifest } from '@nmirf/federation/bundle';
import { keyFor } from '@nmirf/federation/trust';
import { parseNote } from '@nmirf/federation/note';
import { ProtocolProblem } from '@nmirf/federation/problems';
import { Problem } from '@nmirf/platform/http/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CheckpointStore } from '../log/checkpoint-store.js';
import { Cosignatures } from '../log/cosignatures.js';
import { behind, linesIn, pagesIn } from '../log/feed-page.js';
import { BrokenPage, type Known, type VerifiedPage } from '../log/page.rules.js';
import { PageStore } from '../log/page-store.js';
import { TrustStore } from '../log/trust-store.js';
import { BundleFolder } from './bundle-folder.js';
import type { Progress } from './bundle-writer.js';

const END = Number.MAX_SAFE_INTEGER;

/** Keeps a page that has been verified. */
type Keep = (known: Known, verified: VerifiedPage) => Promise<void>;

/**
 * Reads a bundle into this server's copy of the log. Every page goes through the same checks as one from the feed, so it does not matter
 * who carried it; each is kept by itself, so a reading that was broken off goes on where it was.
 */
@Injectable()
export class BundleReader {
  constructor(
    private readonly db: DataSource,
    private readonly pages: PageStore,
    private readonly checkpoints: CheckpointStore,
    private readonly cosignatures: Cosignatures,
    private readonly trust: TrustStore,
  ) {}

  /** What a bundle says of itself. Throws `bundle/not-found`, `file/not-understood` and `bundle/other-network`. */
  async manifest(path: string, network?: string): Promise<BundleManifest> {
    const found = await new BundleFolder(path).manifest();
    if (!found) throw new Problem('bundle/not-found', 422, { folder: path });
    if (network !== undefined && found.manifest.network !== network) throw new Problem('bundle/other-network', 422);
    return found.manifest;
  }

  /**
   * Takes in what the bundle's log has beyond the one here. Throws the problems of `manifest`, and `bundle/broken`, `bundle/damaged` and
   * `bundle/gap` with the part and the position.
   */
  async readLog(path: string, network: string, keep: Keep, progress: Progress): Promise<void> {
    const [folder, manifest] = [new BundleFolder(path), await this.manifest(path, network)];
    let known = await this.pages.known(network);
    for (const part of manifest.parts) {
      if (part.next <= known.frontier.size) continue;
      if (part.from > known.frontier.size) throw new Problem('bundle/gap', 422, { part: part.name, position: known.frontier.size });
      known = await this.readPart(folder, part, known, async (before, verified) => {
        await keep(before, verified);
        progress(verified.frontier.size, manifest.size);
      });
    }
    await this.keepCosignatures(manifest);
  }

  /** The lines beside the log, once the log says that whoever they are from has signed the manifest. Throws `bundle/not-signed`. */
  async *lines(path: string, of: (manifest: BundleManifest) => BundleFile | undefined): AsyncGenerator<string> {
    const folder = new BundleFolder(path);
    const file = of(await this.signed(folder));
    if (!file) return;
    for await (const line of linesIn(folder.read(file))) yield Buffer.from(line).toString('latin1');
  }

  private async signed(folder: BundleFolder): Promise<BundleManifest> {
    const [found, trust] = [await folder.manifest(), await this.trust.current(this.db.manager)];
    try {
      return openManifest(found?.jws ?? '', (kid) => trust && keyFor(trust, kid, END, 'msg'));
    } catch (error) {
      if (!(error instanceof ProtocolProblem)) throw error;
      throw new Problem('bundle/not-signed', 422, { folder: folder.path });
    }
  }

  private async readPart(folder: BundleFolder, part: BundlePart, before: Known, keep: Keep): Promise<Known> {
    let known = before;
    const where = () => ({ part: part.name, position: known.frontier.size });
    try {
      for await (const page of pagesIn(folder.read(part))) {
        if (page.next <= known.frontier.size) continue;
        const verified = await this.pages.verified(behind(page, known.frontier.size), known);
        await keep(known, verified);
        known = verified.after;
      }
    } catch (error) {
      if (error instanceof BrokenPage)
        throw new Problem(
          'bundle/broken',
          422,
          { ...where(), position: error.position },
          { errors: [{ path: part.name, code: error.code }] },
        );
      throw isOfTheFile(error) ? new Problem('bundle/damaged', 422, where()) : error;
    }
    if (known.frontier.size < part.next) throw new Problem('bundle/damaged', 422, where());
    return known;
  }

  /** The words of the members under the newest checkpoint travel in the manifest. Strangers' lines are passed over. */
  private async keepCosignatures({ size, checkpoint }: BundleManifest): Promise<void> {
    const [known, trust] = [await this.checkpoints.find(size), await this.trust.current(this.db.manager)];
    const note = parseNote(checkpoint);
    if (!known || !trust || parseNote(known.note).text !== note.text) return;
    await this.db.transaction((tx) => this.cosignatures.keep(tx, size, note, trust));
  }
}

/** Whether an error is about bytes that are no pages, and not about this server. */
const isOfTheFile = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (error instanceof Error && ['NoPage', 'ZodError', '$ZodError'].includes(error.name)) ||
  (error instanceof Problem && error.code === 'bundle/altered') ||
  ['ENOENT', 'Z_DATA_ERROR', 'Z_BUF_ERROR'].includes(String((error as { code?: unknown }).code));
