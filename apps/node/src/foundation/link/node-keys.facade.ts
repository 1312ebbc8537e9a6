import type { NodeId } from '@nmirf/contracts/network/names';
import type { Signer } from '@nmirf/federation/keys';
import { KeyFiles } from '@nmirf/replica/keys/key-files';
import { Inject, Injectable } from '@nestjs/common';

export const KEYS_DIR = Symbol('keys folder');
export const NODE_ID = Symbol('node id');

/** The keys a running node needs; its recovery key is kept elsewhere. */
type Use = 'msg' | 'wit';

/** The node's private keys, read from their files when first needed. */
@Injectable()
export class NodeKeysFacade {
  private readonly files: KeyFiles;
  private readonly signers = new Map<Use, Promise<Signer>>();

  constructor(
    @Inject(KEYS_DIR) folder: string,
    @Inject(NODE_ID) readonly node: NodeId,
  ) {
    this.files = new KeyFiles(folder);
  }

  signer(use: Use = 'msg'): Promise<Signer> {
    const known = this.signers.get(use) ?? this.files.signer(this.node, use);
    this.signers.set(use, known);
    known.catch(() => this.signers.delete(use));
    return known;
  }
}
