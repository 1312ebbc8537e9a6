import type { PublicJwk, SourceId } from '@nmirf/contracts/network/names';
import { type Signer, signerOf } from '@nmirf/federation/keys';
import { goodKeys, type Trust } from '@nmirf/federation/trust';
import { KeyFileError, KeyFiles } from './key-files.js';

type Use = 'msg' | 'wit' | 'rec' | 'receipt' | 'log';
const END = Number.MAX_SAFE_INTEGER;

/**
 * The private keys that one source holds for its uses: the one in force, and the one that follows it. Which of them is in force is for
 * the log to say, so nothing has to happen at the moment of a rotation.
 */
export class KeyRing {
  private readonly files: KeyFiles;
  private readonly held = new Map<Use, Promise<readonly Signer[]>>();

  constructor(
    folder: string,
    private readonly source: SourceId,
  ) {
    this.files = new KeyFiles(folder);
  }

  /**
   * Signs for a use at `position`, the end of the log when it is left out. Before the source stands in the log it is the first key
   * there is. Throws `KeyFileError` when none of the keys here is in force.
   */
  async signer(use: Use, trust: Trust | undefined, position = END): Promise<Signer> {
    const [inForce] = trust ? goodKeys(trust, this.source, use, position) : [];
    return (await this.find(use, inForce?.x)) ?? (await this.fresh(use, inForce?.x, trust));
  }

  /** Every key here for a use, the one in force first: for whoever asks somebody whose log may be longer or shorter. */
  async candidates(use: Use, trust: Trust | undefined): Promise<readonly Signer[]> {
    const first = await this.signer(use, trust).catch(() => undefined);
    const all = await this.all(use);
    return first ? [first, ...all.filter(({ kid }) => kid !== first.kid)] : all;
  }

  /** The key that is to follow the one in force: made now, unless it waits already. */
  async next(use: Use, trust: Trust): Promise<Signer & { readonly publicKey: PublicJwk }> {
    const good = goodKeys(trust, this.source, use, END).map(({ x }) => x);
    const pair = await this.files.next(use, ({ x }) => good.includes(x));
    this.held.delete(use);
    return signerOf(this.source, pair);
  }

  private async find(use: Use, x: string | undefined): Promise<Signer | undefined> {
    return (await this.all(use)).find(({ publicKey }) => publicKey.x === x);
  }

  /** Another process may have made a key since the files were read. */
  private async fresh(use: Use, x: string | undefined, trust: Trust | undefined): Promise<Signer> {
    this.held.delete(use);
    const [first] = await this.all(use);
    const found = (await this.find(use, x)) ?? (trust && isKnown(trust, this.source) ? undefined : first);
    if (!found) throw new KeyFileError(`No key for ${use} of ${this.source} is at hand that the log knows as in force`);
    return found;
  }

  private all(use: Use): Promise<readonly Signer[]> {
    const known = this.held.get(use) ?? this.files.all(use).then((pairs) => pairs.map((pair) => signerOf(this.source, pair)));
    this.held.set(use, known);
    known.catch(() => this.held.delete(use));
    return known;
  }
}

const isKnown = (trust: Trust, source: SourceId): boolean => source === 'hub' || Object.hasOwn(trust.members, source);
