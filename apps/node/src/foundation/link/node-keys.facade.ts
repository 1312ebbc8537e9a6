import type { NodeId } from '@nmirf/contracts/network/names';
import type { Signer } from '@nmirf/federation/keys';
import { KeyFiles } from '@nmirf/replica/keys/key-files';
import { Inject, Injectable } from '@nestjs/common';

export const KEYS_DIR = Symbol('keys folder');
export const NODE_ID = Symbol('node id');

/** The node's private keys, read from their files when first needed. */
@Injectable()
export class NodeKeysFacade {
  private readonly files: KeyFiles;
  private msg: Promise<Signer> | undefined;

  constructor(
    @Inject(KEYS_DIR) folder: string,
    @Inject(NODE_ID) readonly node: NodeId,
  ) {
    this.files = new KeyFiles(folder);
  }

  signer(): Promise<Signer> {
    this.msg ??= this.files.signer(this.node, 'msg');
    this.msg.catch(() => (this.msg = undefined));
    return this.msg;
  }
}
