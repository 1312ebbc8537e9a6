import type { NodeId, PublicJwk } from '@nmirf/contracts/network/names';
import type { Signer } from '@nmirf/federation/keys';
import type { Trust } from '@nmirf/federation/trust';
import { KeyRing } from '@nmirf/replica/keys/key-ring';
import { Inject, Injectable } from '@nestjs/common';

export const KEYS_DIR = Symbol('keys folder');
export const NODE_ID = Symbol('node id');

/** The keys a running node needs; its recovery key is kept elsewhere. */
type Use = 'msg' | 'wit';

/** The node's private keys, read from their files when first needed. The log says which of them is in force. */
@Injectable()
export class NodeKeysFacade {
  private readonly ring: KeyRing;

  constructor(
    @Inject(KEYS_DIR) folder: string,
    @Inject(NODE_ID) readonly node: NodeId,
  ) {
    this.ring = new KeyRing(folder, node);
  }

  /** The signer in force. Throws `KeyFileError` when the log knows this node and none of the keys here. */
  signer(use: Use, trust: Trust | undefined): Promise<Signer> {
    return this.ring.signer(use, trust);
  }

  /** Every key here that may be in force, the likeliest first: the hub's log may be longer or shorter than this node's. */
  candidates(trust: Trust | undefined): Promise<readonly Signer[]> {
    return this.ring.candidates('msg', trust);
  }

  /** The same for whoever must sign; undefined while there is none. */
  async senders(trust: Trust | undefined): Promise<readonly [Signer, ...Signer[]] | undefined> {
    const [first, ...others] = await this.candidates(trust);
    return first && [first, ...others];
  }

  /** The key that is to follow the one in force; made when there is none yet. */
  next(use: Use, trust: Trust): Promise<Signer & { readonly publicKey: PublicJwk }> {
    return this.ring.next(use, trust);
  }

  /** The public halves of the keys that lie here. The recovery key is among them until it is moved to a safe place. */
  async held(): Promise<readonly { readonly use: Use | 'rec'; readonly publicKey: PublicJwk }[]> {
    const uses = ['msg', 'wit', 'rec'] as const;
    const held = await Promise.all(
      uses.map(async (use) => (await this.ring.candidates(use, undefined)).map(({ publicKey }) => ({ use, publicKey }))),
    );
    return held.flat();
  }
}
