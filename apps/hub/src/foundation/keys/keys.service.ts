import type { HubKeys } from '@nmirf/contracts/network/governance';
import type { Signer } from '@nmirf/federation/keys';
import { KeyFiles } from '@nmirf/replica/keys/key-files';
import { Inject, Injectable } from '@nestjs/common';

export const KEYS_DIR = Symbol('keys folder');
type Use = keyof HubKeys;

/** The hub's private keys, read from their files when first needed. */
@Injectable()
export class KeysService {
  private readonly files: KeyFiles;
  private readonly signers = new Map<Use, Promise<Signer>>();

  constructor(@Inject(KEYS_DIR) folder: string) {
    this.files = new KeyFiles(folder);
  }

  signer(use: Use): Promise<Signer> {
    const known = this.signers.get(use) ?? this.files.signer('hub', use);
    this.signers.set(use, known);
    known.catch(() => this.signers.delete(use));
    return known;
  }

  /** The public keys; makes the private ones that are missing. */
  async ensure(): Promise<HubKeys> {
    const { msg, receipt, log } = await this.files.ensure('msg', 'receipt', 'log');
    return { msg: msg.publicKey, receipt: receipt.publicKey, log: log.publicKey };
  }
}
